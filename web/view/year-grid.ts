/** A row a year, a cell a month: one stop for the Tab key, arrow keys within, and a line that reads the cell. */
import { type Child, h } from "../lib/dom";

export interface GridCell {
  /** Class of the cell; it has a shape or letter besides its colour. */
  look: string;
  shown: string;
  sentence: string;
  /** What a press does besides reading the cell: it opens a dialog. */
  onPress?: () => void;
  /** `YYYY-MM`: where the focus returns to after the grid is drawn anew. */
  month?: string;
}

export interface GridRow {
  label: string;
  /** January to December; null where there is nothing. */
  cells: (GridCell | null)[];
}

const LETTERS = [..."JFMAMJJASOND"];

/** How far each key moves, in columns and rows. */
const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Matrix<T> = (T | null)[][];

/**
 * The next cell that is there in a direction, or the same one at the edge. Across, it goes on in the neighbouring row, as
 * months do: rows run newest first, so December of a year is followed by January of the row above.
 */
export function nextCell<T>(matrix: Matrix<T>, row: number, column: number, key: string): [number, number] {
  const [across, down] = STEPS[key] ?? [0, 0];
  let [r, c] = [row, column];
  while (across !== 0 || down !== 0) {
    c += across;
    r += down;
    if (c < 0 || c > 11) {
      r += c < 0 ? 1 : -1;
      c = (c + 12) % 12;
    }
    if (r < 0 || r >= matrix.length) return [row, column];
    if (matrix[r]?.[c]) return [r, c];
  }
  return [row, column];
}

function button({ look, shown, sentence, onPress, month }: GridCell): HTMLButtonElement {
  return h(
    "button",
    {
      type: "button",
      class: `month ${look}`,
      tabindex: -1,
      onclick: onPress,
      "aria-haspopup": onPress ? "dialog" : null,
      "data-month": month,
    },
    h("span", { "aria-hidden": "true" }, shown),
    h("span", { class: "visually-hidden" }, sentence),
  );
}

/** The table, and under it the line that reads the cell pointed at, pressed or reached by key. */
export function yearGrid(caption: string, hint: Child, rows: GridRow[]): HTMLElement[] {
  const matrix: Matrix<HTMLButtonElement> = rows.map(({ cells }) => cells.map((cell) => cell && button(cell)));
  const readout = h("p", { class: "readout" }, hint);
  const table = h(
    "table",
    { class: "coverage", role: "grid", "aria-label": caption },
    h(
      "thead",
      {},
      h("tr", {}, h("th", { scope: "col" }, "Year"), ...LETTERS.map((letter) => h("th", { scope: "col" }, letter))),
    ),
    h(
      "tbody",
      {},
      ...matrix.map((buttons, row) =>
        h("tr", {}, h("th", { scope: "row" }, rows[row]?.label), ...buttons.map((cell) => h("td", {}, cell))),
      ),
    ),
  );
  const all = matrix.flat().filter((cell) => cell !== null);
  let stop = all[0];
  if (stop) stop.tabIndex = 0;
  const read = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest("button") : null;
    if (!cell) return;
    readout.textContent = cell.lastElementChild?.textContent ?? "";
    if (stop) stop.tabIndex = -1;
    stop = cell;
    cell.tabIndex = 0;
  };
  for (const type of ["focusin", "pointerover", "click"]) table.addEventListener(type, ({ target }) => read(target));
  table.addEventListener("keydown", (event) => {
    const row = matrix.findIndex((buttons) => buttons.some((cell) => cell === event.target));
    const column = matrix[row]?.findIndex((cell) => cell === event.target) ?? -1;
    if (column < 0 || !STEPS[event.key]) return;
    event.preventDefault();
    const [r, c] = nextCell(matrix, row, column, event.key);
    matrix[r]?.[c]?.focus();
  });
  return [table, readout];
}
