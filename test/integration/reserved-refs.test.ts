import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { ask, type Write } from "./ask-through";
import { problems } from "./canaries";
import { eventBody, loadShipped, SLUG } from "./harness";
import { calls } from "./staged";

const SCENARIO = `/api/v1/scenarios/${SLUG}`;
const CSV =
  "ref,date,indicator,code,title,source_title,source_reliability,info_credibility\n" +
  ",2025-11-03,visit,minister_visit_held,One,A paper,B,2\n,2025-11-04,visit,minister_visit_held,Two,A paper,B,2\n";

const WRITES: [string, Write][] = [
  ["the form", { path: `${SCENARIO}/events`, body: eventBody() }],
  ["a file", { path: `${SCENARIO}/import`, body: CSV }],
];

test.each(WRITES)("what an import in parts reserves while %s is being saved stays its own", async (_, write) => {
  const { analyst: key } = await loadShipped();
  const { open, part, commit } = calls(key);
  let hasMet = true;
  // The part comes before each access to the database in turn, until the save has none left to come before.
  for (let at = 0; hasMet; at += 1) {
    const id = await open({});
    let seen = 0;
    hasMet = false;
    const answer = await ask(key, write, async (statements) => {
      // Counted at once: some accesses run side by side.
      seen += 1;
      if (seen === at + 1) {
        hasMet = true;
        expect((await part(id, 0, [{ line: 2, event: eventBody({ title: `Of part ${at}` }) }])).status).toBe(200);
      }
      return env.DB.batch(statements);
    });
    expect([at, answer.status < 300, await answer.text()]).toEqual([at, true, expect.any(String)]);
    if (hasMet) expect([at, (await commit(id)).status]).toEqual([at, 200]);
  }
  expect(await problems()).toEqual([]);
});
