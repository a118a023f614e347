/** What is saved of a figure: exactly what is shown, with the day and the revision that it stands at. */
import { guardFormula } from "../../worker/contract/formula-guard";
import { formatDate } from "../lib/format";
import type { Row, Table } from "./figure";

export type SavedKind = "png" | "csv" | "json";

/** The page that a figure was taken from. */
export interface SavedPage {
  slug: string;
  scenario: string;
  /** `YYYY-MM-DD`. */
  asOf: string;
  revision: number;
  url: string;
}

export interface Saved {
  title: string;
  caption: string;
  table: Pick<Table, "columns">;
  /** The rows in the chosen range. */
  rows: Pick<Row, "cells">[];
  page: SavedPage;
}

/** "Events to 30 November 2025, revision 12". */
export function standingOf({ asOf, revision }: Pick<SavedPage, "asOf" | "revision">): string {
  return `Events to ${formatDate(asOf)}, revision ${revision}`;
}

/**
 * @example fileName({ title: "Warming index", page: { slug: "a", asOf: "2025-11-30", revision: 12, ... }, ... }, "csv")
 * // "a-warming-index-2025-11-30-r12.csv"
 */
export function fileName({ title, page }: Pick<Saved, "title" | "page">, kind: SavedKind): string {
  const words = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join("-");
  return `${page.slug}-${words ?? "chart"}-${page.asOf}-r${page.revision}.${kind}`;
}

/** A shown number as programs read it: a hyphen for the minus sign, no plus, no plus-minus; null for any other text. */
function asNumber(cell: string): string | null {
  const plain = cell
    .replace(/^\u2212/, "-")
    .replace(/^[+\u00b1]/, "")
    .replaceAll(",", "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
}

/** The header and the rows as a spreadsheet takes them; text that it would run is made harmless. */
export function csvRows({ table: { columns }, rows }: Pick<Saved, "table" | "rows">): string[][] {
  const cell = (text: string, at: number): string =>
    (columns[at]?.number ? asNumber(text) : null) ?? guardFormula(text);
  return [columns.map(({ text }) => guardFormula(text)), ...rows.map(({ cells }) => cells.map(cell))];
}

/** Numbers are numbers; all else is the text that is shown. */
export function asJson({ title, caption, table: { columns }, rows, page }: Saved): string {
  const cell = (text: string, at: number): string | number => {
    const plain = columns[at]?.number ? asNumber(text) : null;
    return plain === null ? text : Number(plain);
  };
  const { asOf, revision, url } = page;
  const saved = {
    title,
    caption,
    columns: columns.map(({ text }) => text),
    rows: rows.map(({ cells }) => cells.map(cell)),
    asOf,
    revision,
    url,
  };
  return `${JSON.stringify(saved, null, 2)}\n`;
}
