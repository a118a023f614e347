import { lowerFirst } from "../../worker/core/labels";
import { h } from "../lib/dom";
import { userText, visibleText } from "../lib/user-text";
import type { Row, Table } from "./figure";

/** A chart's numbers as a table: the alternative for everybody who does not see the canvas, and for copying. */
export function tableElement(table: Table, rows: Row[]): HTMLElement {
  const head = table.columns.map((column) =>
    h("th", { scope: "col", class: column.number ? "number" : null }, column.text),
  );
  const cell = (text: string, order: number) =>
    order === 0
      ? h("th", { scope: "row" }, userText(text))
      : h("td", { class: table.columns[order]?.number ? "number" : null }, userText(text));
  return h(
    "div",
    { class: "table-scroll", tabindex: 0, role: "region", "aria-label": table.caption },
    h(
      "table",
      {},
      h("caption", {}, table.caption),
      h("thead", {}, h("tr", {}, ...head)),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.cells.map(cell)))),
    ),
  );
}

/** One row in words, for the line under the chart: "October 2012: direct dealings 18.4, with drivers 25.7". */
export function rowInWords(table: Table, row: Row): string {
  if (row.words !== undefined) return visibleText(row.words);
  const [first, ...rest] = row.cells;
  const parts = rest.flatMap((cell, order) => {
    const column = table.columns[order + 1];
    if (cell === "") return [];
    return !column || column.bare ? cell : `${lowerFirst(column.text)} ${cell}`;
  });
  return visibleText(`${first}: ${parts.join(", ")}`);
}
