import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { rebuildAll } from "../../worker/actions/rebuild-projections";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { api, database, eventBody, loadShipped, registerShipped, SLUG } from "./harness";

const EVENTS = `/scenarios/${SLUG}/events`;

async function problems(): Promise<string[]> {
  const [report] = await verifyLedgers(database(), now());
  return report?.problems ?? ["nothing was verified"];
}

/** Writes past the triggers, as somebody with the database file could. */
async function tamper(sql: string): Promise<void> {
  for (const trigger of ["commits_no_update", "entries_no_update", "entries_no_delete"]) {
    await env.DB.prepare(`DROP TRIGGER IF EXISTS ${trigger}`).run();
  }
  await env.DB.prepare(sql).run();
}

describe("the ledger", () => {
  test("verifies, and equals its projections, after records, corrections, retractions and attestations", async () => {
    const { analyst: key } = await loadShipped();
    const posted = await api("POST", EVENTS, { key, body: eventBody({ notes: "Один", actors: ["RUS", "PAK"] }) });
    const { ref }: { ref: string } = await posted.json();
    const correct = { title: "Corrected", date: "2025-10-03", reason: "Wrong month" };
    await api("PATCH", `${EVENTS}/${ref}`, { key, body: correct, headers: { "If-Match": '"1"' } });
    await api("DELETE", `${EVENTS}/PKRU-0043`, { key, body: { reason: "Test" }, headers: { "If-Match": '"1"' } });
    await api("POST", `/scenarios/${SLUG}/attestations`, { key, body: { month: "2013-02", note: "Searched" } });
    await api("DELETE", `/scenarios/${SLUG}/attestations/2013-02`, { key, body: { reason: "Not thoroughly" } });
    expect(await problems()).toEqual([]);
  });

  test("gives back the same projections when they are rebuilt", async () => {
    await loadShipped();
    await env.DB.prepare("DELETE FROM events WHERE ref = 'PKRU-0001'").run();
    await env.DB.prepare("UPDATE month_points SET n = n + 1 WHERE month = '2012-10'").run();
    await env.DB.prepare("DELETE FROM propositions").run();
    expect((await problems()).length).toBeGreaterThan(0);
    await rebuildAll(database(), "2026-11-24");
    expect(await problems()).toEqual([]);
  });

  test.each([
    ["an UPDATE of a commit", "UPDATE commits SET reason = 'x'"],
    ["a DELETE of commits", "DELETE FROM commits"],
    ["an UPDATE of an entry", "UPDATE entries SET payload = '{}'"],
    ["a DELETE of entries", "DELETE FROM entries"],
    ["an UPDATE of texts without a redaction", "UPDATE entries SET texts = '{}' WHERE kind = 'event'"],
    ["INSERT OR REPLACE of a commit", "INSERT OR REPLACE INTO commits SELECT * FROM commits LIMIT 1"],
    ["INSERT OR REPLACE of an entry", "INSERT OR REPLACE INTO entries SELECT * FROM entries LIMIT 1"],
    [
      "an entry that takes another's place in its subject's life",
      "INSERT INTO entries SELECT scenario, revision + 99, ordinal, kind, subject, version, op, payload, texts, hash FROM entries LIMIT 1",
    ],
  ])("refuses %s", async (_what, sql) => {
    const { analyst: key } = await registerShipped();
    await api("POST", EVENTS, { key, body: eventBody() });
    await expect(env.DB.prepare(sql).run()).rejects.toThrow(/append-only|revision taken/);
    expect(await problems()).toEqual([]);
  });

  test("lets a redaction blank texts once its entry stands, and still verifies", async () => {
    const { analyst: key } = await registerShipped();
    await api("POST", EVENTS, { key, body: eventBody({ notes: "A libel" }) });
    const blank = env.DB.prepare(
      `UPDATE entries SET texts = json_set(texts, '$.notes', json('null')) WHERE kind = 'event'`,
    );
    await expect(blank.run()).rejects.toThrow(/append-only/);
    const { ref }: { ref: string } = (await env.DB.prepare("SELECT ref FROM events").first()) ?? { ref: "" };
    await env.DB.prepare("INSERT INTO entries VALUES (?1, 2, 9, 'redaction', ?2, 1, 'record', ?3, '{}', '')")
      .bind(SLUG, `event:${ref}`, JSON.stringify({ facts: { fields: ["notes"] }, texts: {} }))
      .run();
    await blank.run();
    const texts = await env.DB.prepare("SELECT texts FROM entries WHERE kind = 'event'").first<{ texts: string }>();
    expect(JSON.parse(texts?.texts ?? "{}").notes).toBeNull();
    const wrong = env.DB.prepare(`UPDATE entries SET texts = json_set(texts, '$.title', json('["s","new"]'))`);
    await expect(wrong.run()).rejects.toThrow(/append-only/);
    expect((await problems()).filter((problem) => problem.includes("text"))).toEqual([]);
  });

  test.each([
    [
      "a changed payload",
      "UPDATE entries SET payload = replace(payload, '2025-11-20', '2025-11-21') WHERE kind = 'event'",
    ],
    [
      "a changed text",
      "UPDATE entries SET texts = replace(texts, 'A minister visits', 'Two visit') WHERE kind = 'event'",
    ],
    ["a changed reason", "UPDATE commits SET reason = 'x' WHERE revision = 2"],
    ["a changed author", "UPDATE commits SET who = 'x' WHERE revision = 2"],
    ["a deleted entry", "DELETE FROM entries WHERE kind = 'event'"],
    ["a changed current version", "UPDATE events SET title = 'x'"],
    [
      "a text that was added later",
      `UPDATE entries SET texts = json_set(texts, '$.notes', json('["00","x"]')) WHERE kind = 'event'`,
    ],
    [
      "texts that are gone without a redaction",
      `UPDATE entries SET texts = json_set(texts, '$.title', json('null')) WHERE kind = 'event'`,
    ],
    ["a changed counter", "UPDATE commits SET recorded = 9 WHERE revision = 2"],
    ["a changed registration", "UPDATE scenarios SET registration = json_set(registration, '$.halfLifeMonths', 24)"],
    [
      "a changed verdict of a month-end",
      "UPDATE month_verdicts SET published = 'holding' WHERE month = (SELECT max(month) FROM month_verdicts)",
    ],
    ["a changed head", "UPDATE scenarios SET head_hash = 'x'"],
  ])("shows %s when it is verified", async (_what, sql) => {
    const { analyst: key } = await registerShipped();
    await api("POST", EVENTS, { key, body: eventBody() });
    expect(await problems()).toEqual([]);
    await tamper(sql);
    expect((await problems()).length).toBeGreaterThan(0);
  });

  test("is exported as JSON Lines, a commit a line, from any revision on", async () => {
    const { analyst: key } = await registerShipped();
    await api("POST", EVENTS, { key, body: eventBody() });
    const whole = await (await api("GET", `/scenarios/${SLUG}/ledger`, { key })).text();
    const lines = whole
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ commit }) => commit.revision)).toEqual([1, 2]);
    expect(lines[1].entries[0].kind).toBe("event");
    const rest = await (await api("GET", `/scenarios/${SLUG}/ledger?after=1`, { key })).text();
    expect(rest.trim().split("\n")).toHaveLength(1);
  });

  test("takes in all of many concurrent writers", async () => {
    const { analyst: key } = await registerShipped();
    const titles = Array.from({ length: 16 }, (_, number) => `Visit ${number}`);
    const replies = await Promise.all(titles.map((title) => api("POST", EVENTS, { key, body: eventBody({ title }) })));
    expect(replies.map(({ status }) => status)).toEqual(titles.map(() => 201));
    const list: { events: { title: string; ref: string }[] } = await (await api("GET", EVENTS, { key })).json();
    expect(list.events.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    expect(new Set(list.events.map(({ ref }) => ref)).size).toBe(titles.length);
    expect(await problems()).toEqual([]);
  });
});
