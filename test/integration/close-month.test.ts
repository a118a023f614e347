import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test } from "vitest";
import { today } from "../clock";
import type { ApiNote } from "../../worker/contract/api-types";
import { addMonths, monthOf } from "../../worker/core/months";
import { log, problems, review, viewOf } from "./discussion";
import { api, keyFor, loadShipped, registerShipped, request, SLUG } from "./harness";

interface Closed {
  revision: number;
  note: ApiNote;
  snapshot: { id: string; url: string } | null;
  problem?: string;
  unreviewed: number;
}

function close(key: string, body: object): Promise<Response> {
  return api("POST", `/scenarios/${SLUG}/close-month`, { key, body: { month: "2025-11", text: "Quiet.", ...body } });
}

async function closed(key: string, body: object = {}): Promise<Closed> {
  const response = await close(key, body);
  expect(response.status).toBe(201);
  return response.json();
}

async function kindsOf(key: string, after: number): Promise<string[][]> {
  const text = await (await api("GET", `/scenarios/${SLUG}/ledger?after=${after}`, { key })).text();
  const lines = text.trim().split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line).entries.map(({ kind }: { kind: string }) => kind));
}

afterEach(() => {
  Object.assign(env, { LOCAL: "1" });
});

describe("closing a month", () => {
  test("writes what was looked at and the note as one commit, and freezes the month-end", async () => {
    const { analyst: key } = await loadShipped();
    const looked = "Both foreign ministries and the wires";
    const answer = await closed(key, { month: "2025-12", looked, text: "Nothing moved." });
    expect(answer).toMatchObject({ revision: 4, unreviewed: 0, note: { month: "2025-12", closes: true, version: 1 } });
    expect(await kindsOf(key, 3)).toEqual([["attestation", "note"]]);
    const frozen = await (await api("GET", `/snapshots/${answer.snapshot?.id}`, { key })).json();
    const title = "Pakistan and Russia: emerging allies? (month-end December 2025)";
    expect(frozen).toMatchObject({ title, asOf: "2025-12-31", revision: 4, by: "A analyst" });
    const shared = await request("GET", `${new URL(answer.snapshot?.url ?? "").pathname}/view.json`);
    expect(await shared.json()).toMatchObject({
      asOf: "2025-12-31",
      note: { text: "Nothing moved." },
      pendingMonths: [],
    });
    expect((await viewOf(key)).asOf).toBe("2025-12-31");
    expect(await problems()).toEqual([]);
  });

  test("needs no attestation where the month has events, and says how many nobody else has looked at", async () => {
    const { analyst: author } = await registerShipped();
    const key = await keyFor("analyst", "Reviewer");
    const { ref } = await log(author, { date: "2025-11" });
    for (const date of ["2025-11-30", "2025-10-31", "2025-12-01"]) await log(author, { date });
    await review(key, ref, 1);
    expect(await closed(key, { freeze: false })).toMatchObject({
      unreviewed: 1,
      snapshot: null,
      note: { closes: true },
    });
    expect(await kindsOf(key, 6)).toEqual([["note"]]);
  });

  test("asks where somebody looked if nobody did, and writes nothing until then", async () => {
    const { analyst: key } = await registerShipped();
    const response = await close(key, {});
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field: "looked" }] });
    const running = { indicator: "supply_line", code: undefined, state: "closed", date: "2025-11-01" };
    await log(key, running);
    expect((await close(key, {})).status).toBe(422);
    expect(await kindsOf(key, 2)).toEqual([]);
  });

  test("is refused for a month that is not over", async () => {
    const { analyst: key } = await registerShipped();
    for (const month of [addMonths(monthOf(today()), 1), "2025-13"]) {
      const response = await close(key, { month, looked: "Everywhere" });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ errors: [{ field: "month" }] });
    }
  });

  test("sent twice by one person writes the note once, and gives each its link", async () => {
    const { analyst: key } = await registerShipped();
    const first = await closed(key, { looked: "The wires" });
    const again = await closed(key, { looked: "The wires" });
    expect(again).toMatchObject({ revision: first.revision, note: { version: 1 } });
    expect(again.snapshot?.id).not.toBe(first.snapshot?.id);
    expect(await kindsOf(key, 1)).toEqual([["attestation", "note"]]);
    const looked = await closed(key, { looked: "The ministries too" });
    expect(looked.note.version).toBe(2);
  });

  test("again writes a new version of the note and a link of its own", async () => {
    const { analyst: key } = await registerShipped();
    const first = await closed(key, { looked: "The wires", title: "For the board" });
    const second = await closed(key, { looked: "The wires", text: "Quiet still." });
    expect(second.note.version).toBe(2);
    expect(second.snapshot?.id).not.toBe(first.snapshot?.id);
    expect(await kindsOf(key, 1)).toEqual([["attestation", "note"], ["note"]]);
    const { snapshots }: { snapshots: { title: string }[] } = await (
      await api("GET", `/scenarios/${SLUG}/snapshots`, { key })
    ).json();
    expect(snapshots.map(({ title }) => title).toSorted()[0]).toBe("For the board");
    expect(await problems()).toEqual([]);
  });

  test("stands when the link cannot be made, and says so", async () => {
    const { analyst: key } = await registerShipped();
    await env.DB.prepare("DROP TABLE snapshots").run();
    const answer = await closed(key, { looked: "The wires" });
    expect(answer).toMatchObject({ snapshot: null, note: { text: "Quiet." } });
    expect(answer.problem).toMatch(/under Share/);
    expect((await viewOf(key)).note).toMatchObject({ month: "2025-11" });
  });

  test("stands while month-ends are being recalculated, and says when to try again", async () => {
    const { analyst: key } = await registerShipped();
    Object.assign(env, { LOCAL: "", VERDICT_MONTHS: "0" });
    const answer = await closed(key, { looked: "The wires" });
    expect(answer).toMatchObject({ snapshot: null, note: { text: "Quiet." } });
    expect(answer.problem).toMatch(/being recalculated since revision \d+ .*Try again/);
  });

  test("of two people at once keeps both notes in order", async () => {
    const { analyst: key } = await registerShipped();
    const other = await keyFor("analyst", "Somebody else");
    const both = await Promise.all([key, other].map((who) => closed(who, { looked: "The wires", freeze: false })));
    expect(both.map(({ note }) => note.version).toSorted()).toEqual([1, 2]);
    expect(await problems()).toEqual([]);
  });
});
