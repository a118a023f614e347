import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { listCorrections } from "../../worker/actions/list-corrections";
import type { LinkCorrection } from "../../worker/contract/link-types";
import { api, database, eventBody, importCsv, keyFor, loadShipped, registerShipped, SLUG } from "./harness";
import { setRow, share } from "./shared-links";

const EVENTS = `/scenarios/${SLUG}/events`;

async function corrections(key: string): Promise<LinkCorrection[]> {
  const response = await api("GET", `/scenarios/${SLUG}/corrections`, { key });
  expect(response.status).toBe(200);
  return (await response.json<{ corrections: LinkCorrection[] }>()).corrections;
}

async function log(key: string, body: object = {}): Promise<string> {
  const response = await api("POST", EVENTS, { key, body: eventBody({ ...body }) });
  expect(response.status).toBe(201);
  return (await response.json<{ ref: string }>()).ref;
}

async function correct(key: string, ref: string, body: object, version = 1): Promise<void> {
  const headers = { "If-Match": `"${version}"` };
  const response = await api("PATCH", `${EVENTS}/${ref}`, {
    key,
    headers,
    body: { reason: "A typing error", ...body },
  });
  expect(response.status).toBe(200);
}

async function retract(key: string, ref: string, version = 1): Promise<void> {
  const headers = { "If-Match": `"${version}"` };
  const response = await api("DELETE", `${EVENTS}/${ref}`, { key, headers, body: { reason: "It never happened" } });
  expect(response.status).toBe(200);
}

describe("corrections that links still carry", () => {
  test("are none where nothing was put right after a link was made", async () => {
    const { owner } = await loadShipped();
    const ref = await log(owner);
    await correct(owner, ref, { title: "Put right before" });
    expect(await corrections(owner)).toEqual([]);
    await share(owner);
    await log(owner, { title: "Added after" });
    expect(await corrections(owner)).toEqual([]);
  });

  test("are listed newest first, with who, when and why, and the links that took the error along", async () => {
    const { owner, analyst } = await registerShipped();
    const first = await log(owner, { title: "First visit" });
    const early = await share(analyst, { title: "Early" });
    const second = await log(owner, { title: "Second visit", date: "2025-11-21" });
    const late = await share(owner, { title: "Late" });
    await correct(analyst, first, { title: "First visit, put right" });
    await retract(owner, second);
    await api("POST", `${EVENTS}/${first}/redact`, {
      key: owner,
      body: { reason: "A court said so", fields: ["title"] },
    });
    const list = await corrections(analyst);
    expect(list.map(({ ref, change: done, links }) => [ref, done, links.map(({ title }) => title)])).toEqual([
      [first, "redacted", ["Late", "Early"]],
      [second, "retracted", ["Late"]],
      [first, "corrected", ["Late", "Early"]],
    ]);
    expect(list[2]).toMatchObject({ by: "A analyst", reason: "A typing error", title: "[removed]" });
    expect(list[1]).toMatchObject({ by: "A owner", reason: "It never happened", title: "Second visit" });
    expect(Math.abs((list[0]?.at ?? 0) - now())).toBeLessThan(60_000);
    const [latest, earliest] = list[0]?.links ?? [];
    expect(latest).toMatchObject({ id: late.id, status: "open", noticed: false, mayChange: false });
    expect(earliest).toMatchObject({ id: early.id, mayChange: true });
  });

  test("are not those of events that a link does not hold: dated later, retracted then, or of a live link", async () => {
    const { owner } = await registerShipped();
    const dated = await log(owner, { title: "Of November" });
    const gone = await log(owner, { title: "Retracted before" });
    await retract(owner, gone);
    await share(owner, { asOf: "2025-10-31" });
    await share(owner, { purpose: "live" });
    await correct(owner, dated, { title: "Put right" });
    await api("POST", `${EVENTS}/${gone}/redact`, { key: owner, body: { reason: "A court said so" } });
    expect(await corrections(owner)).toEqual([]);
  });

  test("judge an event by the date that it had when the link was made", async () => {
    const { owner } = await registerShipped();
    const moved = await log(owner, { date: "2025-10-20" });
    await share(owner, { asOf: "2025-10-31" });
    await correct(owner, moved, { date: "2025-11-20" });
    await correct(owner, moved, { title: "Again" }, 2);
    expect((await corrections(owner)).map(({ ref }) => ref)).toEqual([moved, moved]);
  });

  test("are done where a notice was written on the link afterwards, and only there", async () => {
    const { owner } = await registerShipped();
    const ref = await log(owner);
    const one = await share(owner, { title: "One" });
    await share(owner, { title: "Two" });
    await correct(owner, ref, { title: "Put right" });
    const [{ at } = { at: 0 }] = await corrections(owner);
    const noticeAt = (when: number) => setRow(one, "notices = ?2", JSON.stringify([{ at: when, text: "A notice" }]));
    const noticed = async () =>
      Object.fromEntries((await corrections(owner))[0]?.links.map((link) => [link.title, link.noticed]) ?? []);
    await noticeAt(at - 1);
    expect(await noticed()).toEqual({ One: false, Two: false });
    await noticeAt(at + 1);
    expect(await noticed()).toEqual({ One: true, Two: false });
  });

  test("leave out a withdrawn link, and what no other link carries", async () => {
    const { owner } = await registerShipped();
    const ref = await log(owner);
    const link = await share(owner);
    await correct(owner, ref, { title: "Put right" });
    expect(await corrections(owner)).toHaveLength(1);
    await api("DELETE", `/snapshots/${link.id}`, { key: owner });
    expect(await corrections(owner)).toEqual([]);
  });

  test("are of one scenario, and of one that is there", async () => {
    const { owner } = await registerShipped();
    expect((await api("GET", "/scenarios/no-such/corrections", { key: owner })).status).toBe(404);
    expect(await corrections(await keyFor("viewer", "Another viewer"))).toEqual([]);
  });
});

const HEADER = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility";

function file(name: string, count: number, word: string, month = "2024-05"): string {
  const rows = Array.from({ length: count }, (_, n) => {
    return `${name}-${n},${month}-${String((n % 28) + 1).padStart(2, "0")},visit,minister_visit_held,${word} ${n},A paper,B,2`;
  });
  return [HEADER, ...rows].join("\n");
}

test("at most 200 are listed, the newest, also behind more changes of what no link carries than are read at once", async () => {
  const { owner } = await registerShipped();
  await importCsv(owner, file("N", 620, "Visit"));
  await importCsv(owner, file("M", 600, "Dated later", "2025-05"));
  await share(owner, { asOf: "2024-12-31" });
  const putRight = async (csv: string): Promise<{ corrected: number }> =>
    (await importCsv(owner, csv, "?acceptCorrections=1")).json();
  expect(await putRight(file("N", 620, "Put right"))).toMatchObject({ corrected: 620 });
  expect(await putRight(file("M", 600, "Put right", "2025-05"))).toMatchObject({ corrected: 600 });
  const list = await corrections(owner);
  expect(list).toHaveLength(200);
  expect(new Set(list.map(({ ref }) => ref)).size).toBe(200);
  expect(list.every(({ ref }) => ref.startsWith("N-"))).toBe(true);
});

const reads: number[] = [];

test.each([30, 3000])("one correction is found among %i events of before and as many of after", async (count) => {
  const { owner } = await registerShipped();
  await importCsv(owner, file("N", count, "Visit"));
  await share(owner);
  await importCsv(owner, file("M", count, "Later"));
  await correct(owner, "N-7", { title: "Put right" });
  const db = database();
  expect(await listCorrections(db, SLUG)).toMatchObject([{ ref: "N-7", title: "Put right" }]);
  reads.push(db.usage.rowsRead);
});

test("finding one correction reads the same few rows at a hundred times the events", () => {
  expect(reads[1]).toBe(reads[0]);
  expect(reads[1]).toBeLessThanOrEqual(40);
});
