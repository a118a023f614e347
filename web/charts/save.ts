/** Makes a file of a figure and hands it to the browser; loaded when somebody asks for one. */
import type { Figure, KeyEntry, Range } from "./figure";
import { asJson, csvRows, fileName, type SavedKind, type SavedPage } from "./saved";
import { sheet } from "./sheet";

/** Its first sentence, and the numbers without which that may not stand. */
export interface Verdict {
  headline: string;
  rest: string;
}

export interface ToSave {
  title: string;
  caption: string;
  /** Null for a figure that may stand without. */
  verdict: Verdict | null;
  key: KeyEntry[];
  figure: Figure;
  height: number;
  /** Null where there is nothing to choose. */
  range: Range | null;
  page: SavedPage;
}

type Charts = typeof import("./all");

const TYPES: Record<SavedKind, string> = { png: "image/png", csv: "text/csv", json: "application/json" };

/** Long enough for a browser to have taken the file. */
const KEPT_MS = 60_000;

async function contentOf(kind: SavedKind, saving: ToSave, charts: Charts): Promise<Blob> {
  const { figure, range } = saving;
  if (kind === "png") return sheet(saving, charts);
  const saved = { ...saving, table: figure.table, rows: charts.visibleRows(figure.table.rows, range) };
  if (kind === "json") return new Blob([asJson(saved)], { type: TYPES.json });
  const { csvText } = await import("../../worker/contract/csv-write");
  return new Blob([csvText(csvRows(saved))], { type: TYPES.csv });
}

export async function saveAs(kind: SavedKind, saving: ToSave, charts: Charts): Promise<void> {
  const url = URL.createObjectURL(await contentOf(kind, saving, charts));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName(saving, kind);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
