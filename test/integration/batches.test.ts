import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { everyTable, problems } from "./canaries";
import { api, eventBody, importCsv, keyFor, loadShipped, SLUG } from "./harness";

/** Lets no row into a table, as if the database stopped there. */
async function block(table: string): Promise<void> {
  const stop = `BEFORE INSERT ON "${table}" BEGIN SELECT RAISE(ABORT, 'stopped by a test'); END`;
  await env.DB.prepare(`CREATE TRIGGER stopped ${stop}`).run();
}

const CSV =
  "ref,date,indicator,code,title,source_title,source_reliability,info_credibility\n" +
  "NEW-1,2025-11-03,visit,minister_visit_held,One,A paper,B,2\nNEW-2,2025-11-04,visit,minister_visit_held,Two,A paper,B,2\n";

/** Each write, and the tables that it adds a row to. */
const WRITES: [string, string[], (key: string) => Promise<Response>][] = [
  [
    "an event",
    ["commits", "entries", "events", "month_points", "month_code_counts"],
    (key) => api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody() }),
  ],
  [
    "a file of events",
    ["commits", "entries", "events", "month_points", "month_code_counts"],
    (key) => importCsv(key, CSV),
  ],
  [
    "a correction",
    ["commits", "entries", "events"],
    (key) =>
      api("PATCH", `/scenarios/${SLUG}/events/PKRU-0001`, {
        key,
        body: { title: "Another title", reason: "Better" },
        headers: { "If-Match": '"1"' },
      }),
  ],
];

/** When an access key was used last is no part of what is logged. */
async function kept(): Promise<[string, string][]> {
  return [...(await everyTable())].filter(([name]) => name !== "access_keys");
}

describe("a write that is stopped on its way (lesson 27)", () => {
  test.each(WRITES)(
    "%s: leaves the log and all that is counted from it as they were, and succeeds when repeated",
    async (_what, tables, write) => {
      await loadShipped();
      const key = await keyFor("analyst");
      const before = await kept();
      for (const table of tables) {
        await block(table);
        const { status } = await write(key);
        await env.DB.prepare("DROP TRIGGER stopped").run();
        expect([table, status]).toEqual([table, 500]);
        expect(await kept()).toEqual(before);
      }
      expect(await problems()).toEqual([]);
      expect((await write(key)).status).toBeLessThan(300);
      expect(await problems()).toEqual([]);
    },
  );
});
