import { describe, expect, test } from "vitest";
import { DUE, now as suiteNow } from "../clock";
import { getView, type ViewQuestion } from "../../worker/actions/get-view";
import { sinceFrozen } from "../../worker/actions/since";
import type { MadeLink, Since } from "../../worker/contract/link-types";
import { dayOfInstant } from "../../worker/core/days";
import { sinceSentence } from "../../worker/core/since-sentence";
import type { Database } from "../../worker/store/database";
import { viewBytes } from "../../worker/store/view-bytes";
import { api, database, eventBody, importCsv, loadShipped, registerShipped, SLUG } from "./harness";
import { look, share, ticketOf } from "./shared-links";

const EVENTS = `/scenarios/${SLUG}/events`;
const VERSION = { "If-Match": '"1"' };

const viewForReaders = (db: Database, question: ViewQuestion) => getView(db, question, { forReaders: true });

async function sinceOf(link: MadeLink, query = ""): Promise<Since> {
  const response = await look(link, `/since.json${query}`);
  expect(response.status).toBe(200);
  return response.json();
}

/** Adds three events, corrects one and retracts one. */
async function goOn(key: string, corrected: string, retracted: string): Promise<void> {
  for (const title of ["A first visit", "A second visit", "A third visit"]) {
    await api("POST", EVENTS, { key, body: eventBody({ title }) });
  }
  await api("PATCH", `${EVENTS}/${corrected}`, {
    key,
    headers: VERSION,
    body: { title: "x", reason: "y" },
  });
  await api("DELETE", `${EVENTS}/${retracted}`, { key, headers: VERSION, body: { reason: "A double" } });
}

describe("since.json of a frozen link", () => {
  test("says so where nothing has happened", async () => {
    const { analyst } = await loadShipped();
    const since = await sinceOf(await share(analyst));
    expect(since).toMatchObject({ added: 0, corrected: 0, retracted: 0, changes: [] });
    expect(since.now).toEqual(since.before);
    expect(sinceSentence(since)).toBe("Nothing was added or corrected since.");
  });

  test("counts what was done to events, and gives the index of then and of now", async () => {
    const { analyst } = await loadShipped();
    await goOn(analyst, "PKRU-0188", "PKRU-0189");
    const link = await share(analyst);
    const before = await sinceOf(link);
    await goOn(analyst, "PKRU-0191", "PKRU-0190");
    const since = await sinceOf(link);
    expect(since).toMatchObject({ added: 3, corrected: 1, retracted: 1, before: before.before });
    expect(since.now.revision).toBe(before.now.revision + 5);
    const view: { index: number } = await (await api("GET", `/scenarios/${SLUG}/view`, { key: analyst })).json();
    expect(since.now.index).toBe(view.index);
    expect(since.now.index).not.toBe(since.before.index);
    expect(sinceSentence(since)).toMatch(
      /^Since then: 3 events added, 1 corrected, 1 retracted; index \d+\.\d then, \d+\.\d now\.$/,
    );
    expect(since.changes.map(({ what }) => what)).toContain("Events counted");
  });

  test("counts a file as the events it holds, not as one", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner);
    const header = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility";
    const rows = [1, 2, 3].map((n) => `N-${n},2025-11-0${n},visit,minister_visit_held,Visit ${n},A paper,B,2`);
    expect((await importCsv(owner, [header, ...rows].join("\n"))).status).toBe(200);
    expect(await sinceOf(link)).toMatchObject({ added: 3, corrected: 0 });
  });

  test("compares a link of a past day with the current view, and says of which day each is", async () => {
    const { analyst } = await loadShipped();
    const since = await sinceOf(await share(analyst, { asOf: "2012-10-31" }));
    expect(since.before.asOf).toBe("2012-10-31");
    expect(since.now.asOf).toBe("2025-11-30");
    expect(since.changes[0]).toEqual({ what: "Figures as of", before: "31 October 2012", now: "30 November 2025" });
  });

  test("holds no text of what came later, nor a name, whatever was logged", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const secret = { title: "CANARY title", notes: "CANARY notes", sourceTitle: "CANARY source", location: "CANARY" };
    await api("POST", EVENTS, { key: analyst, body: eventBody(secret) });
    const claim = { question: "CANARY question?", criteria: "CANARY", type: "by", deadline: DUE };
    expect((await api("POST", `/scenarios/${SLUG}/propositions`, { key: analyst, body: claim })).status).toBe(201);
    const outcome = { result: "yes", on: "2025-11-20", sourceTitle: "CANARY", note: "CANARY" };
    await api("POST", `/scenarios/${SLUG}/propositions/C12/resolution`, { key: analyst, body: outcome });
    const text = await (await look(link, "/since.json")).text();
    expect(text).toContain("1 claim was added");
    for (const word of ["CANARY", "A analyst", "A owner"]) expect(text).not.toContain(word);
  });

  test("answers 304 to whoever has it, until the log grows", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const etag = (await look(link, "/since.json")).headers.get("ETag") ?? "";
    for (const known of [etag, `W/${etag}`]) {
      const again = await look(link, "/since.json", { "If-None-Match": known });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    await api("POST", EVENTS, { key: analyst, body: eventBody() });
    expect((await look(link, "/since.json", { "If-None-Match": etag })).status).toBe(200);
  });
});

describe("since.json is the plain not found", () => {
  test("where its maker has turned it off, where the link is live, and of a guarded link without its ticket", async () => {
    const { analyst } = await loadShipped();
    const off = await share(analyst, { since: false });
    const live = await share(analyst, { purpose: "live" });
    const guarded = await share(analyst, { viewCap: 5 });
    const unknown = await look({ url: `http://localhost/s/${"a".repeat(43)}` }, "/since.json");
    const words = (await unknown.json<{ detail: string }>()).detail;
    for (const link of [off, live, guarded]) {
      const response = await look(link, "/since.json");
      expect([response.status, (await response.json<{ detail: string }>()).detail]).toEqual([404, words]);
    }
  });

  test("from the request on at which it is turned off", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const etag = (await look(link, "/since.json")).headers.get("ETag") ?? "";
    await api("PATCH", `/snapshots/${link.id}`, { key: analyst, body: { since: false } });
    expect((await look(link, "/since.json", { "If-None-Match": etag })).status).toBe(404);
  });
});

test("the opened page of a guarded link may ask for since.json with its ticket", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst, { passphrase: true });
  expect(await sinceOf(link, `?ticket=${await ticketOf(link)}`)).toMatchObject({ added: 0 });
});

/** What it costs to answer a link whose log has grown since by so many events. */
async function readsAfter(count: number): Promise<number> {
  const { owner } = await registerShipped();
  const { id } = await share(owner);
  const header = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility";
  const rows = Array.from({ length: count }, (_, n) => {
    const day = String((n % 28) + 1).padStart(2, "0");
    return `N-${n},2024-${String((n % 12) + 1).padStart(2, "0")}-${day},visit,minister_visit_held,Visit ${n},P,B,2`;
  });
  expect((await importCsv(owner, [header, ...rows].join("\n"))).status).toBe(200);
  const now = suiteNow();
  const question = { slug: SLUG, today: dayOfInstant(now), now };
  const frozen: { view: Parameters<typeof sinceFrozen>[1] } = await (
    await api("GET", `/snapshots/${id}/preview`, { key: owner })
  ).json();
  await viewForReaders(database(), question);
  const db = database();
  const { stored } = await viewForReaders(db, question);
  expect(await sinceFrozen(db, frozen.view, await stored())).toMatchObject({ added: count });
  expect(db.usage.rowsWritten).toBe(0);
  return db.usage.rowsRead;
}

const reads: number[] = [];

test.each([20, 2000])("what happened since is read when %i events were added", async (count) => {
  reads.push(await readsAfter(count));
});

test("what happened since takes the same few rows at a hundred times the events", () => {
  const [small, large] = reads;
  expect(large).toBe(small);
  expect(large).toBeLessThanOrEqual(10);
});

test("while verdicts are pending a reader cannot have the view drawn as often as they ask", async () => {
  const { analyst } = await loadShipped();
  const now = suiteNow();
  const question = { slug: SLUG, today: dayOfInstant(now), now };
  await database().d1.batch([
    database().d1.prepare("DELETE FROM month_verdicts"),
    database().d1.prepare("DELETE FROM view_cache"),
  ]);
  const { stored } = await viewForReaders(database(), question);
  expect(JSON.parse(new TextDecoder().decode(await viewBytes(await stored()))).pendingMonths).not.toEqual([]);
  const costOf = async (later: number): Promise<number> => {
    const db = database();
    await viewForReaders(db, { ...question, now: now + later });
    return db.usage.rowsRead;
  };
  expect(await costOf(1000)).toBe(1);
  expect(await costOf(61_000)).toBeGreaterThan(100);
  await api("POST", EVENTS, { key: analyst, body: eventBody() });
  expect(await costOf(2000)).toBeGreaterThan(1);
});
