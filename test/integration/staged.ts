import { readEventFile } from "../../worker/contract/csv-read";
import type { ImportMessage } from "../../worker/contract/messages";
import { highestRefs } from "../../worker/core/highest-refs";
import { api, database, eventBody, SLUG } from "./harness";

/** A row's event with a reference of its own. */
export function event(ref: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return eventBody({ ref, ...changes });
}

/** How many imports, parts and rows are prepared. */
export async function stagedRows(): Promise<unknown[]> {
  const { d1 } = database();
  const tables = ["imports", "import_parts", "import_rows"];
  const results = await d1.batch<{ n: number }>(tables.map((name) => d1.prepare(`SELECT count(*) AS n FROM ${name}`)));
  return results.map(({ results: [row] }) => row?.n);
}

export type Rows = Record<string, unknown>[];

/** The rows of a file as a page sends them, and what its header line has to say. */
export function rowsOf(csv: string): { rows: Rows; messages: ImportMessage[]; refs: string[]; rejected: boolean } {
  const { rows, messages, fileRejected } = readEventFile(new TextEncoder().encode(csv));
  return {
    rows: rows.map(({ line, raw, problem }) => {
      const [cells, columns] = problem === null ? [] : (problem.text.match(/\d+/g) ?? []).map(Number);
      return problem === null ? { line, event: raw } : { line, cells, columns };
    }),
    messages,
    refs: highestRefs(rows.map(({ raw }) => String(raw.ref ?? ""))),
    rejected: fileRejected,
  };
}

export function calls(key: string, slug = SLUG) {
  const path = `/scenarios/${slug}/imports`;
  return {
    async open(body: object = { naming: "column" }): Promise<string> {
      const response = await api("POST", path, { key, body });
      return (await response.json<{ id: string }>()).id;
    },
    part: (id: string, part: number, rows: Rows, query = "") =>
      api("POST", `${path}/${id}/parts${query}`, { key, body: { part, rows } }),
    read: (id: string, query = "") => api("GET", `${path}/${id}${query}`, { key }),
    discard: (id: string) => api("DELETE", `${path}/${id}`, { key }),
    commit: (id: string, query = "") => api("POST", `${path}/${id}/commit${query}`, { key }),
  };
}

/** Sends a file's rows in parts of `size`; gives the id of the import, ready to be committed. */
export async function stage(key: string, csv: string, size: number, slug = SLUG): Promise<string> {
  const { rows, refs } = rowsOf(csv);
  const { open, part } = calls(key, slug);
  const id = await open({ naming: "column", refs });
  for (let at = 0; at < rows.length; at += size) {
    const response = await part(id, at / size, rows.slice(at, at + size));
    if (response.status !== 200) throw new Error(await response.text());
  }
  return id;
}

/** All that a scenario's ledger and tables say, without what differs from one run to the next: salts and times. */
export async function contentsOf(slug: string): Promise<unknown> {
  const { d1 } = database();
  const [entries, events, points, months, years, scenarios] = await d1.batch<Record<string, unknown>>([
    d1.prepare("SELECT * FROM entries WHERE scenario = ?1 AND kind = 'event' ORDER BY revision, ordinal").bind(slug),
    d1.prepare("SELECT * FROM events WHERE scenario = ?1 ORDER BY ref").bind(slug),
    d1.prepare("SELECT * FROM month_points WHERE scenario = ?1 ORDER BY indicator, month").bind(slug),
    d1.prepare("SELECT * FROM month_code_counts WHERE scenario = ?1 ORDER BY month, indicator, code").bind(slug),
    d1.prepare("SELECT * FROM year_codes WHERE scenario = ?1 ORDER BY year, indicator, code").bind(slug),
    d1.prepare("SELECT ref_prefix, next_ref, head_revision FROM scenarios WHERE slug = ?1").bind(slug),
  ]);
  const plain = (rows: Record<string, unknown>[] = []) =>
    rows.map(({ scenario: _scenario, recorded_at: _at, ...row }) => row);
  return {
    entries: plain(entries?.results).map(({ payload, texts, hash: _hash, ...entry }) => {
      const said = Object.entries(JSON.parse(String(texts)) as Record<string, [string, string]>);
      return {
        ...entry,
        facts: JSON.parse(String(payload)).facts,
        texts: said.map(([field, [, text]]) => [field, text]),
      };
    }),
    events: plain(events?.results),
    points: plain(points?.results),
    months: plain(months?.results),
    years: plain(years?.results),
    scenario: scenarios?.results,
  };
}
