import { env } from "cloudflare:workers";
import { expect } from "vitest";
import { now } from "../clock";
import { app } from "../../worker/app";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { verifyViews } from "../../worker/actions/verify-views";
import type { Snapshot } from "../../worker/contract/link-types";
import type { RedactionAnswer } from "../../worker/contract/redaction-requests";
import { api, database, eventBody, keyFor, loadShipped, request, SLUG } from "./harness";

export const SCENARIO = `/scenarios/${SLUG}`;
export const EVENTS = `${SCENARIO}/events`;
export const REASON = "A court in Lahore ordered it";

type Keys = Awaited<ReturnType<typeof loadShipped>>;

/** A value that is found wherever it stands, and long enough to be looked for in other texts. */
export const canary = (field: string): string => `CANARY ${field} of somebody who sues`;

export async function write<T = { ref: string; id: string; url: string }>(
  key: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
  method = "POST",
): Promise<T> {
  const response = await api(method, path, { key, body, headers });
  const text = await response.text();
  expect([response.status < 300, path, text]).toEqual([true, path, text]);
  return JSON.parse(text) as T;
}

export const texts = (version: string) => ({
  title: canary(`title ${version}`),
  notes: canary(`notes ${version}`),
  quote: canary(`quote ${version}`),
  sourceTitle: canary(`source ${version}`),
  sourceUrl: `https://canary-${version}.example/a-long-address`,
  location: canary(`location ${version}`),
  project: canary(`project ${version}`),
  actors: [canary(`actor ${version}`)],
  score: 3,
  scoreReason: canary(`reason ${version}`),
});

export interface Libel {
  keys: Keys;
  ref: string;
  /** Links frozen with the first and the second version, and one of a day before the event. */
  links: (Snapshot & { url: string })[];
}

/** An event with a canary in every text, corrected once, talked about, rated, and frozen three times. */
export async function libel(): Promise<Libel> {
  const keys = await loadShipped();
  const { analyst: key } = keys;
  const event = { ...texts("first"), amountUsd: 1_000_000, amountScope: "whole_project" };
  const { ref } = await write(key, EVENTS, eventBody({ ...event, indicator: "visit" }));
  const freeze = async (body: object) => await write<Snapshot & { url: string }>(key, `${SCENARIO}/snapshots`, body);
  const grade = { sourceReliability: "B", infoCredibility: 2 };
  const other = await keyFor("analyst", "Another");
  await write(key, `${EVENTS}/${ref}/reports`, { ...grade, ...texts("report") });
  await write(other, `${EVENTS}/${ref}/comments`, { text: canary("comment") });
  await write(
    other,
    `${EVENTS}/${ref}/review`,
    { ...grade, agrees: false, comment: canary("review") },
    { "If-Match": '"1"' },
  );
  const rating = { event: ref, likelihoodRatio: "2", rivalExplanation: "Chance" };
  await write(key, `${SCENARIO}/propositions/C01/evidence`, rating);
  const first = await freeze({ title: "First", note: `We logged: ${canary("title first")}.` });
  await write(key, `${EVENTS}/${ref}`, { ...texts("second"), reason: "Better" }, { "If-Match": '"1"' }, "PATCH");
  const second = await freeze({ title: "Second" });
  const before = await freeze({ title: "Of a day before", asOf: "2012-12-31" });
  return { keys, ref, links: [first, second, before] };
}

export async function redact(key: string, ref: string, body: object = { reason: REASON }): Promise<RedactionAnswer> {
  return write<RedactionAnswer>(key, `${EVENTS}/${ref}/redact`, body);
}

/** What a redaction would reach. */
export async function wouldRedact(key: string, ref: string, body: object = {}): Promise<RedactionAnswer> {
  return write<RedactionAnswer>(key, `${EVENTS}/${ref}/redact?dryRun=1`, body);
}

/** With all else that repeats what is removed. */
export async function redactEverywhere(key: string, ref: string, body: object = {}): Promise<RedactionAnswer> {
  const { places } = await wouldRedact(key, ref, body);
  const also = places.filter(({ state }) => state === "kept").map(({ place }) => place);
  return redact(key, ref, { reason: REASON, ...body, also });
}

export async function refusal(key: string, ref: string, body: object): Promise<[number, string]> {
  const response = await api("POST", `${EVENTS}/${ref}/redact`, { key, body });
  return [response.status, ((await response.json()) as { detail: string }).detail];
}

export async function problems(): Promise<string[]> {
  const [report] = await verifyLedgers(database(), now());
  return [...(report?.problems ?? ["nothing was verified"]), ...(await verifyViews(database())).problems];
}

/** What to ask of an address that could bring a removed text back. */
const QUERIES: Record<string, string[]> = {
  "/view": ["?asOf=2026-01-31", "?revision=4", "?revision=6"],
  "/events": ["?q=CANARY"],
  "/events.csv": ["?q=canary"],
  "/events.json": ["?q=canary"],
  "/similar": [`?indicator=visit&date=2025-11-20&title=${encodeURIComponent("somebody who sues")}`],
  "/ledger": ["?after=3"],
};

/** Every address that can be read. */
function everyAddress({ ref, links }: Libel): string[] {
  const names: Record<string, string[]> = {
    ":slug": [SLUG],
    ":ref": [ref],
    ":token": links.map(({ url }) => new URL(url).pathname.slice(3)),
    ":id": ["C01", ...links.map(({ id }) => id)],
  };
  const paths = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  const filled = [...new Set(paths)].flatMap((path) =>
    [...path.matchAll(/:\w+/g)].reduce(
      (all, [name]) => all.flatMap((one) => (names[name] ?? ["x"]).map((value) => one.replace(name, value))),
      [path],
    ),
  );
  const queries = Object.entries(QUERIES).flatMap(([path, all]) =>
    all.map((query) => `/api/v1${SCENARIO}${path}${query}`),
  );
  return [...filled, ...queries];
}

export async function addressesWithCanary(libelled: Libel): Promise<string[]> {
  const found: string[] = [];
  for (const path of everyAddress(libelled)) {
    const response = await request("GET", path, { key: libelled.keys.owner });
    if ((await response.text()).toLowerCase().includes("canary")) found.push(path);
  }
  return found;
}

/** Every row of every table but the counts of use, which any request may write; what is gzipped is read through the links. */
export async function everyTable(): Promise<Map<string, string>> {
  const tables =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name <> 'usage_days'";
  const { results } = await env.DB.prepare(tables).all<{ name: string }>();
  const rows = results.map(async ({ name }): Promise<[string, string]> => {
    return [name, JSON.stringify((await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results)];
  });
  return new Map(await Promise.all(rows));
}

/** The tables that hold a removed text in the clear. */
export async function tablesWithCanary(): Promise<string[]> {
  return [...(await everyTable())].filter(([, rows]) => rows.toLowerCase().includes("canary")).map(([name]) => name);
}

export function open(url: string, rest = ""): Promise<Response> {
  return request("GET", new URL(url).pathname + rest);
}
