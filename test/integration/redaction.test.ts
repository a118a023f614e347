import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { rebuildAll } from "../../worker/actions/rebuild-projections";
import type { ApiEvent, ApiRedaction } from "../../worker/contract/api-types";
import type { ScenarioView } from "../../worker/core/view-types";
import {
  SCENARIO,
  EVENTS,
  REASON,
  canary,
  write,
  libel,
  redact,
  redactEverywhere,
  refusal,
  wouldRedact,
  problems,
  addressesWithCanary,
  everyTable,
  tablesWithCanary,
} from "./canaries";
import { api, database, importCsv, eventBody } from "./harness";

describe("a redaction of an event", () => {
  test("of one text covers no other: verify finds what was blanked beside it", async () => {
    const { keys, ref } = await libel();
    await redact(keys.owner, ref, { reason: REASON, fields: ["title"] });
    expect(await problems()).toEqual([]);
    await env.DB.prepare(
      "UPDATE entries SET texts = json_set(texts, '$.notes', NULL) WHERE kind = 'event' AND subject = ?",
    )
      .bind(ref)
      .run();
    expect(await problems()).toContain(`Texts of event ${ref} are gone without a redaction.`);
  });

  test("takes every text out of everything that can be read, and out of every table", async () => {
    const libelled = await libel();
    // Or the sweep below could pass by looking nowhere.
    const before = await addressesWithCanary(libelled);
    const paths = [
      "/life",
      "/history",
      "/view",
      "/similar",
      "/events.json",
      "/propositions/C01",
      "/ledger",
      "view.json",
    ];
    for (const part of paths) expect(before.some((path) => path.includes(part))).toBe(true);
    const { places } = await wouldRedact(libelled.keys.owner, libelled.ref);
    const [link] = libelled.links;
    const [note] = places;
    expect(places).toEqual([
      {
        place: `link:${link?.id}:note`,
        kind: "link",
        of: ["First"],
        field: "note",
        repeats: ["title"],
        excerpt: `We logged: ${canary("title first")}.`,
        state: "kept",
      },
    ]);
    const answer = await redact(libelled.keys.owner, libelled.ref, { reason: REASON, also: [note?.place] });
    expect([answer.links, answer.places]).toEqual([2, [{ ...note, state: "removed" }]]);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM views WHERE kept = 0").first()).toEqual({ n: 0 });
    expect(await addressesWithCanary(libelled)).toEqual([]);
    expect(await tablesWithCanary()).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  test("keeps facts, grades and figures, and rebuilds to the same", async () => {
    const { keys, ref } = await libel();
    const figures = async () => {
      const view: ScenarioView = await (await api("GET", `${SCENARIO}/view`, { key: keys.viewer })).json();
      return [view.index, view.months, view.review, view.propositions.map(({ now }) => now)];
    };
    const before = await figures();
    await redact(keys.owner, ref);
    expect(await figures()).toEqual(before);
    const event: ApiEvent = await (await api("GET", `${EVENTS}/${ref}`, { key: keys.viewer })).json();
    expect(event).toMatchObject({ title: "[removed]", sourceTitle: "[removed]", scoreReason: "[removed]", notes: "" });
    expect(event).toMatchObject({ actors: [], sourceUrl: "", score: 3, amountUsd: 1_000_000, version: 2 });
    await rebuildAll(database(), "2026-11-24");
    expect(await problems()).toEqual([]);
  });

  test("is told in the history: what, when, by whom and why", async () => {
    const { keys, ref } = await libel();
    const { fields, revision } = await redact(keys.owner, ref);
    const history = await api("GET", `${EVENTS}/${ref}/history`, { key: keys.viewer });
    const { redactions }: { redactions: ApiRedaction[] } = await history.json();
    expect(redactions).toEqual([{ fields, reason: REASON, by: "A owner", recordedAt: expect.any(Number), revision }]);
    expect(fields).toEqual([
      "actors",
      "comments",
      "location",
      "notes",
      "project",
      "quote",
      "reports",
      "reviews",
      "scoreReason",
      "sourceTitle",
      "sourceUrl",
      "title",
    ]);
  });

  test("of named fields leaves the others, and can be followed by another", async () => {
    const { keys, ref } = await libel();
    expect((await redact(keys.owner, ref, { reason: REASON, fields: ["title", "comments"] })).fields).toEqual([
      "comments",
      "title",
    ]);
    const event: ApiEvent = await (await api("GET", `${EVENTS}/${ref}`, { key: keys.viewer })).json();
    expect(event).toMatchObject({ title: "[removed]", notes: canary("notes second") });
    const comment = await env.DB.prepare("SELECT text FROM comments").first();
    expect(comment).toEqual({ text: "[removed]" });
    expect((await redact(keys.owner, ref)).fields).toContain("notes");
    expect(await problems()).toEqual([]);
  });

  test("lets the event be corrected and imported again afterwards", async () => {
    const { keys, ref } = await libel();
    await redact(keys.owner, ref);
    const file = await (await api("GET", `${SCENARIO}/events.csv`, { key: keys.analyst })).text();
    const same: { rejected: number } = await (await importCsv(keys.analyst, file, "?dryRun=1")).json();
    expect(same.rejected).toBe(0);
    const body = { title: "Said with care", reason: "In other words" };
    await write(keys.analyst, `${EVENTS}/${ref}`, body, { "If-Match": '"2"' }, "PATCH");
    expect(await problems()).toEqual([]);
  });

  test("gives up the imports that are being prepared, which may hold what is removed", async () => {
    const { keys, ref } = await libel();
    const { id } = await write(keys.analyst, `${SCENARIO}/imports`, { name: "Old file" });
    const row = { ...eventBody(), ref, title: canary("title of an old file") };
    await write(keys.analyst, `${SCENARIO}/imports/${id}/parts`, { part: 0, rows: [{ line: 2, event: row }] });
    expect(await tablesWithCanary()).toContain("import_rows");
    await redactEverywhere(keys.owner, ref);
    expect(await tablesWithCanary()).toEqual([]);
    expect((await api("GET", `${SCENARIO}/imports/${id}`, { key: keys.analyst })).status).toBe(404);
  });

  test("is for owners only, and must name an event and fields that there are", async () => {
    const { keys, ref } = await libel();
    for (const key of [keys.analyst, keys.viewer]) expect((await refusal(key, ref, { reason: REASON }))[0]).toBe(403);
    expect((await refusal(keys.owner, "PKRU-9999", { reason: REASON }))[0]).toBe(404);
    expect((await refusal(keys.owner, ref, { reason: "" }))[0]).toBe(422);
    expect((await refusal(keys.owner, ref, { reason: REASON, fields: ["date"] }))[0]).toBe(422);
    expect((await refusal(keys.owner, ref, { reason: REASON, fields: [] }))[0]).toBe(422);
  });

  test("needs a reason that does not repeat what it removes, and something to remove", async () => {
    const { keys, ref } = await libel();
    const [status, detail] = await refusal(keys.owner, ref, { reason: `It said ${canary("ACTOR SECOND")}` });
    expect([status, detail]).toEqual([422, expect.stringContaining("must not repeat what is removed")]);
    await redact(keys.owner, ref);
    const again = await refusal(keys.owner, ref, { reason: REASON });
    expect(again).toEqual([409, expect.stringContaining("nothing to remove")]);
  });

  test("that fails half-way leaves everything as it was", async () => {
    const { keys, ref } = await libel();
    const before = await everyTable();
    const trigger = "CREATE TRIGGER broken BEFORE UPDATE ON snapshots BEGIN SELECT RAISE(ABORT, 'broken'); END";
    await env.DB.prepare(trigger).run();
    expect((await refusal(keys.owner, ref, { reason: REASON }))[0]).toBe(500);
    await env.DB.prepare("DROP TRIGGER broken").run();
    expect(await everyTable()).toEqual(before);
    expect(before.get("entries")).toContain("CANARY");
  });
});
