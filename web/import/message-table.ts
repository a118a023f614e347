/** Every message of an import with its line, its column and what to do; drawn in steps, for there may be thousands. */
import { LEVELS, MESSAGE_KINDS, type ImportMessage, type Level } from "../../worker/contract/messages";
import { h } from "../lib/dom";
import { countInWords, rowsInWords } from "./words";
import { userText } from "../lib/user-text";
import { groupMessages, linesInWords, type MessageGroup } from "./message-groups";

/** As many as are drawn at once: 5,000 rows together make a phone stutter. */
const STEP = 100;
const LEVEL_WORDS: Record<Level, string> = { error: "Rejected", warning: "Warning", notice: "Notice" };
const LEVEL_NAMES: Record<Level, string> = { error: "rejected", warning: "warnings", notice: "notices" };

/** A column's name may break after an underscore: on a phone "source_reliability" is wider than its cell. */
function breakable(name: string): (Node | string)[] {
  return name.split(/(?<=_)/).flatMap((part) => [part, h("wbr")]);
}

function row(level: Level, line: string, column: string | null, ...text: (Node | string)[]): HTMLTableRowElement {
  return h(
    "tr",
    // "notice" is a box of its own elsewhere.
    { class: level === "notice" ? null : level },
    h("td", { class: "number lines" }, line),
    h("td", {}, h("code", {}, ...breakable(column ?? ""))),
    h("td", {}, h("strong", {}, `${LEVEL_WORDS[level]}. `), ...text),
  );
}

const single = ({ line, level, column, text }: ImportMessage): HTMLTableRowElement =>
  row(level, String(line ?? ""), column, userText(text));

/** Many alike: what they have in common, one of them as an example, and each on request. */
function several({ level, column, messages }: MessageGroup): HTMLTableRowElement {
  const [first] = messages;
  const rows = new Set(messages.map(({ line }) => line)).size;
  const each = h(
    "button",
    { class: "button small", type: "button" },
    `Show each of the ${messages.length.toLocaleString("en-GB")}`,
  );
  const element = row(
    level,
    linesInWords(messages),
    column,
    `${rowsInWords(rows)}: ${first ? MESSAGE_KINDS[first.kind] : ""} Line ${first?.line ?? ""}: `,
    userText(first?.text ?? ""),
    h("div", {}, each),
  );
  each.addEventListener("click", () => {
    each.remove();
    drawInSteps(messages, single, (nodes, after) => {
      (after ?? element).after(...nodes);
      focusRow(nodes[0]);
    });
  });
  return element;
}

/** Places the first rows and, below them, a row with a button for the next. */
function drawInSteps<T>(
  items: readonly T[],
  draw: (item: T) => HTMLTableRowElement,
  place: (rows: HTMLTableRowElement[], after: HTMLTableRowElement | null) => void,
  last: HTMLTableRowElement | null = null,
): void {
  const rows = items.slice(0, STEP).map(draw);
  const rest = items.slice(STEP);
  if (rest.length === 0) {
    place(rows, last);
    return;
  }
  const next = Math.min(STEP, rest.length);
  const label = `Show ${next} more of ${rest.length.toLocaleString("en-GB")}`;
  const more = h("button", { class: "button small", type: "button" }, label);
  const foot = h("tr", {}, h("td", { colspan: 3 }, more));
  more.addEventListener("click", () => {
    const end = foot.previousElementSibling;
    foot.remove();
    drawInSteps(rest, draw, place, end instanceof HTMLTableRowElement ? end : null);
    focusRow(end?.nextElementSibling);
  });
  place([...rows, foot], last);
}

/** The button that was pressed is gone: the keyboard goes on from the first row that came. */
function focusRow(row: Element | null | undefined): void {
  if (!(row instanceof HTMLElement)) return;
  row.tabIndex = -1;
  row.focus();
}

export function messageTable(messages: readonly ImportMessage[]): HTMLElement | null {
  if (messages.length === 0) return null;
  const body = h("tbody");
  const fill = (level: Level | null): void => {
    const chosen = messages.filter((one) => level === null || one.level === level);
    body.replaceChildren();
    drawInSteps(
      groupMessages(chosen),
      (group) => {
        const [only, second] = group.messages;
        return only && !second ? single(only) : several(group);
      },
      (rows, after) => (after === null ? body.append(...rows) : after.after(...rows)),
    );
  };
  fill(null);
  const head = h(
    "tr",
    {},
    h("th", { scope: "col", class: "number" }, "Line"),
    h("th", { scope: "col" }, "Column"),
    h("th", { scope: "col" }, "What to do"),
  );
  const caption = `${countInWords(messages.length, "message")}. Lines are counted in the file; the header is line 1.`;
  return h(
    "div",
    { class: "stack tight" },
    levelFilter(messages, fill),
    h("table", { class: "messages" }, h("caption", {}, caption), h("thead", {}, head), body),
  );
}

/** One button a level; none where all messages are of one level. */
function levelFilter(messages: readonly ImportMessage[], onChoose: (level: Level | null) => void): HTMLElement | null {
  const found = LEVELS.filter((level) => messages.some((one) => one.level === level));
  if (found.length < 2) return null;
  const choices = [null, ...found].map((level) => {
    const n = messages.filter((one) => level === null || one.level === level).length;
    const label = `${level === null ? "all" : LEVEL_NAMES[level]} ${n.toLocaleString("en-GB")}`;
    const button = h(
      "button",
      { class: "button small", type: "button", "aria-pressed": String(level === null) },
      label,
    );
    button.addEventListener("click", () => {
      for (const other of choices) other.setAttribute("aria-pressed", String(other === button));
      onChoose(level);
    });
    return button;
  });
  return h("div", { class: "button-group", role: "group", "aria-label": "Show messages" }, ...choices);
}
