import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { app } from "../../worker/app";
import type { MadeLink } from "../../worker/contract/link-types";
import { openDatabase } from "../../worker/store/database";
import { importCsv, registerShipped } from "./harness";
import { manyEvents } from "./many-events";
import { standingIn } from "./sessions";
import { ADDRESSES, share, ticketOf } from "./shared-links";

interface Cost {
  status: number;
  read: number;
  written: number;
}

/** What one request reads and writes: shared pages do not say it, so the database itself is asked. */
async function costOf(link: MadeLink, address: string, init: RequestInit = {}): Promise<Cost> {
  const { d1, usage } = openDatabase(env.DB);
  const later: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => void later.push(work), passThroughOnException: () => {} };
  const request = new Request(link.url + address, init);
  const response = await app.fetch(request, { ...env, DB: standingIn(d1) }, {
    ...context,
    props: {},
  } as unknown as ExecutionContext);
  await response.arrayBuffer();
  const { rowsRead: read, rowsWritten: written } = usage;
  await Promise.all(later);
  return { status: response.status, read, written };
}

/** Every way to ask for something under a link, each by a reader of its own. */
async function costsAt(count: number): Promise<Record<string, Cost>> {
  const { analyst, owner } = await registerShipped();
  expect(await (await importCsv(owner, manyEvents(count))).json()).toMatchObject({ accepted: count });
  const link = await share(analyst);
  const guarded = await share(analyst, { passphrase: true });
  // The first look finds nothing in memory.
  const costs: Record<string, Cost> = { "the page, first": await costOf(link, "") };
  for (const address of ADDRESSES) costs[address === "" ? "the page" : address] = await costOf(link, address);
  for (const address of ["", "/view.json", "/embed", "/view.sig"]) {
    costs[`${address} 304`] = await costOf(link, address, { headers: { "If-None-Match": "*" } });
  }
  costs["what happened since, again"] = await costOf(link, "/since.json");
  costs["what happened since 304"] = await costOf(link, "/since.json", { headers: { "If-None-Match": "*" } });
  const ticket = await ticketOf(guarded);
  costs["the gate"] = await costOf(guarded, "");
  costs["a press"] = await costOf(guarded, "", {
    method: "POST",
    body: new URLSearchParams({ passphrase: guarded.passphrase ?? "" }),
  });
  costs["a wrong press"] = await costOf(guarded, "", {
    method: "POST",
    body: new URLSearchParams({ passphrase: "x" }),
  });
  const live = await share(analyst, { purpose: "live" });
  await costOf(live, "/events.csv");
  costs["events.csv of a live link, again"] = await costOf(live, "/events.csv");
  costs["with a ticket"] = await costOf(guarded, `/view.json?ticket=${ticket}`);
  return costs;
}

const SMALL = 50;
const LARGE = 5000;
const costs: Record<number, Record<string, Cost>> = {};

test.each([SMALL, LARGE])("links to a log of %i events are measured", async (count) => {
  costs[count] = await costsAt(count);
});

test("opening a link reads at most three rows, however large the scenario", () => {
  const large = costs[LARGE] ?? {};
  const since = ["/since.json", "what happened since, again", "what happened since 304"];
  const apart = ["/events.csv", "events.csv of a live link, again", ...since];
  for (const [what, { read }] of Object.entries(large)) {
    if (!apart.includes(what)) expect([what, read <= 3]).toEqual([what, true]);
  }
  expect(large["the page, first"]).toEqual({ status: 200, read: 3, written: 0 });
  expect(large["the page"]).toEqual({ status: 200, read: 2, written: 0 });
  expect(large[" 304"]).toEqual({ status: 304, read: 2, written: 0 });
  expect(large["a press"]?.written).toBe(1);
  expect(large["a wrong press"]).toEqual({ status: 403, read: 1, written: 0 });
});

test("every address but events.csv costs the same at a hundred times the events", () => {
  const { "/events.csv": few, ...small } = costs[SMALL] ?? {};
  const { "/events.csv": many, ...large } = costs[LARGE] ?? {};
  expect(large).toEqual(small);
  // A part holds a thousand rows.
  expect(few?.read).toBe(2 + 1);
  expect(many?.read).toBeLessThanOrEqual(2 + LARGE / 1000 + 1);
});

test("an address that is no link's costs no row, and one that cannot be one no query", async () => {
  const { analyst } = await registerShipped();
  const link = await share(analyst);
  const url = `${new URL(link.url).origin}/s/`;
  expect(await costOf({ ...link, url: url + "A".repeat(43) }, "")).toEqual({ status: 404, read: 0, written: 0 });
  expect(await costOf({ ...link, url: `${url}short` }, "")).toEqual({ status: 404, read: 0, written: 0 });
});

test("what happened since is worked out once for both views: neither is read again, nor any commit", () => {
  // The link, its view's seal, the ledger's head, and which view answers.
  expect(costs[LARGE]?.["what happened since, again"]).toEqual({ status: 200, read: 4, written: 0 });
  expect(costs[LARGE]?.["what happened since 304"]).toEqual({ status: 304, read: 4, written: 0 });
});

test("events.csv of a live link reads the log once, however often it is asked for", () => {
  // The link, the head, which view answers, and the view.
  expect(costs[LARGE]?.["events.csv of a live link, again"]).toEqual({ status: 200, read: 4, written: 0 });
});
