import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { rebuildAll } from "../../worker/actions/rebuild-projections";
import { EVENTS, log, problems, reportBody, review } from "./discussion";
import { api, database, keyFor, registerShipped, SLUG } from "./harness";

/** Something of every kind, some of it taken back. */
async function talk(): Promise<{ key: string; ref: string }> {
  const { analyst: key } = await registerShipped();
  const other = await keyFor("analyst", "Reviewer");
  const { ref } = await log(key, { reports: [reportBody()] });
  const calls: [string, string, object][] = [
    ["POST", `/scenarios/${SLUG}/notes`, { month: "2025-10", text: "Quiet." }],
    ["POST", `/scenarios/${SLUG}/close-month`, { month: "2025-11", text: "A visit.", freeze: false }],
    ["DELETE", `/scenarios/${SLUG}/notes/2025-10`, { reason: "Not quiet" }],
    ["POST", `${EVENTS}/${ref}/comments`, { text: "Who came?" }],
    ["POST", `${EVENTS}/${ref}/comments`, { text: "And who else?" }],
    ["DELETE", `${EVENTS}/${ref}/comments/1`, { reason: "Found out" }],
    ["DELETE", `${EVENTS}/${ref}/reports/1`, { reason: "Another visit" }],
    ["POST", `${EVENTS}/${ref}/reports`, { ...reportBody(), sourceUrl: "" }],
  ];
  for (const [method, path, body] of calls) expect((await api(method, path, { key, body })).ok).toBe(true);
  expect((await review(other, ref, 1)).status).toBe(201);
  return { key, ref };
}

test("what people say verifies, and each change of its tables from outside shows and is undone by a rebuild", async () => {
  await talk();
  expect(await problems()).toEqual([]);
  for (const [table, sql] of [
    ["reports", "UPDATE reports SET info_credibility = 1 WHERE status = 'active'"],
    ["reviews", "UPDATE reviews SET judgement = 'disputed'"],
    ["comments", "UPDATE comments SET text = 'x' WHERE status = 'active'"],
    ["notes", "DELETE FROM notes WHERE month = '2025-10'"],
    ["review_counts", "UPDATE review_counts SET agreed = 7"],
    ["events", "UPDATE events SET review = 'disputed'"],
  ] as const) {
    await env.DB.prepare(sql).run();
    expect((await problems()).map((problem) => problem.split(":")[0])).toEqual([`Table ${table}`]);
    await rebuildAll(database(), "2026-11-24");
    expect(await problems()).toEqual([]);
  }
});

test("what people say moves no points and no verdict, and costs none of the work on them", async () => {
  const { key, ref } = await talk();
  const response = await api("POST", `${EVENTS}/${ref}/comments`, { key, body: { text: "Later" } });
  expect(response.headers.get("Server-Timing")).not.toContain("verdicts");
  const logged = await api("DELETE", `${EVENTS}/${ref}`, {
    key,
    body: { reason: "x" },
    headers: { "If-Match": '"1"' },
  });
  expect(logged.headers.get("Server-Timing")).toContain("verdicts");
});
