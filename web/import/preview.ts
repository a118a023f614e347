/** Every column of a file beside the field it is read as, with its first cells: looked at before anything is sent. */
import { EVENT_FIELD_NAMES, EVENT_FIELDS, isEventField, type EventField } from "../../worker/contract/columns";
import { proposeMapping, type ColumnReading } from "../../worker/contract/column-mapping";
import { missingFields } from "../../worker/contract/csv-header";
import { h } from "../lib/dom";
import { countOf, listOf } from "../lib/format";
import { userText } from "../lib/user-text";
import type { Fields, Source } from "./source";
import { rowsInWords } from "./words";

const SAMPLES = 3;
const LONGEST = 80;

export interface Preview {
  element: HTMLElement;
  fields(): Fields;
}

/** "19 columns: 17 known, 2 as proposed, 0 ignored." */
export function columnsInWords(readings: readonly ColumnReading[]): string {
  const count = (how: ColumnReading["how"]) => readings.filter((one) => one.how === how).length;
  const parts = [`${count("exact")} known`];
  if (count("proposed") > 0) parts.push(`${count("proposed")} as we propose, please look at them`);
  if (count("ignored") > 0) parts.push(`${count("ignored")} ignored`);
  return `${countOf(readings.length, "column")}: ${parts.join(", ")}.`;
}

/** What still has to be decided before the rows can be checked; "" where nothing has. */
export function openQuestions(fields: Fields): string {
  const missing = missingFields(fields).map((field) => (field === "code" ? "code or state" : nameOf(field)));
  const doubled = EVENT_FIELD_NAMES.filter((field) => fields.filter((one) => one === field).length > 1).map(nameOf);
  const sentences = [];
  if (missing.length > 0) sentences.push(`Not there yet, and needed: ${listOf(missing)}.`);
  if (doubled.length > 0) sentences.push(`Chosen more than once: ${listOf(doubled)}. Ignore all but one.`);
  return sentences.join(" ");
}

function nameOf(field: EventField): string {
  return EVENT_FIELDS[field].column;
}

function sample(cell: string): HTMLElement {
  const text = Array.from(cell.slice(0, LONGEST * 2));
  return h("li", {}, userText(text.length > LONGEST ? `${text.slice(0, LONGEST).join("")}...` : cell));
}

function fieldSelect(name: string, chosen: EventField | null, position: number): HTMLSelectElement {
  const select = h(
    "select",
    { id: `column-${position}`, "aria-label": `Read ${name} as` },
    h("option", { value: "" }, "ignored"),
    ...EVENT_FIELD_NAMES.map((field) => h("option", { value: field, selected: field === chosen }, nameOf(field))),
  );
  return select;
}

export function previewOf({ name: fileName, table }: Source, onChange: () => void): Preview {
  const readings = proposeMapping(table.header);
  const missing = h("p", { class: "notice warning", role: "status", hidden: true });
  const selects = readings.map(({ field }, i) => {
    return fieldSelect(table.header[i]?.trim() || `column ${i + 1}`, field, i);
  });
  const fields = (): Fields => selects.map(({ value }) => (isEventField(value) ? value : null));
  const refresh = (): void => {
    missing.textContent = openQuestions(fields());
    missing.hidden = missing.textContent === "";
  };
  const rows = readings.map(({ how }, i) => {
    const select = selects[i];
    const name = table.header[i]?.trim() ?? "";
    const mark = h("span", { class: "badge" }, how === "proposed" ? "proposed" : "");
    mark.hidden = how !== "proposed";
    select?.addEventListener("change", () => {
      mark.hidden = true;
      refresh();
      onChange();
    });
    const cells = table.rows.map((row) => row.cells[i] ?? "").filter((cell, at) => at < 50 && cell !== "");
    return h(
      "tr",
      {},
      h(
        "th",
        { scope: "row" },
        name === "" ? h("span", { class: "muted" }, `column ${i + 1}, without a name`) : userText(name),
      ),
      h("td", {}, select, mark),
      h(
        "td",
        {},
        cells.length === 0
          ? h("span", { class: "muted" }, "empty")
          : h("ul", {}, ...cells.slice(0, SAMPLES).map(sample)),
      ),
    );
  });
  refresh();
  const known = rows.filter((_, i) => readings[i]?.how === "exact");
  const open = rows.filter((_, i) => readings[i]?.how !== "exact");
  return {
    element: h(
      "section",
      { class: "stack tight", "aria-labelledby": "preview" },
      h("h2", { id: "preview" }, rowsInWords(table.rows.length)),
      fileName !== "" && h("p", { class: "muted" }, "From ", userText(fileName)),
      open.length > 0 && h("p", {}, columnsInWords(readings)),
      open.length > 0 && mappingTable(open),
      missing,
      known.length > 0 &&
        h("details", {}, h("summary", {}, countOf(known.length, "known column")), mappingTable(known)),
    ),
    fields,
  };
}

function mappingTable(rows: HTMLTableRowElement[]): HTMLTableElement {
  const labels = ["Column in the file", "Read as", "First cells"].map((text) => h("th", { scope: "col" }, text));
  return h("table", { class: "mapping" }, h("thead", {}, h("tr", {}, ...labels)), h("tbody", {}, ...rows));
}
