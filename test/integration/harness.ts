import { now } from "../clock";
import { EVENT_EXAMPLE } from "../../worker/contract/api/event-bodies";
import { env } from "cloudflare:workers";
import { openDatabase, type Database } from "../../worker/store/database";
import { createAccessKey, ensureAnalyst, type AccessRole } from "../../worker/store/people";
import { noteUse } from "../../worker/store/sessions";
import attestationsCsv from "../../scenarios/pakistan-russia-2012/attestations.csv?raw";
import eventsCsv from "../../scenarios/pakistan-russia-2012/events.csv?raw";
import scenarioFile from "../../scenarios/pakistan-russia-2012/scenario.json";
import { flawOf } from "./check-answer";
import { sharedSetUp } from "./kept-rows";
import { fetchWorker } from "./worker";

export { attestationsCsv, eventsCsv, scenarioFile };

export const SLUG = "pakistan-russia-2012";
export const ORIGIN = "http://localhost";

export function database(): Database {
  return openDatabase(env.DB);
}

/** A person of this role with an access key. */
export async function keyFor(role: AccessRole, name = `A ${role}`): Promise<string> {
  const db = database();
  const analyst = await ensureAnalyst(db, name, role, now());
  const key = await createAccessKey(db, analyst.id, now());
  // As used within this hour: else each first use is noted beside the reply, when the next test empties the database.
  await noteUse(db, "key", key, now());
  return key;
}

export interface Call {
  key?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * One real request to the worker; a text body goes as it is, anything else as JSON. What is answered must be as the API's
 * description says.
 */
export async function request(method: string, path: string, { key, body, headers = {} }: Call = {}): Promise<Response> {
  const isText = typeof body === "string";
  const response = await fetchWorker(
    new Request(`${ORIGIN}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        ...(body === undefined || isText ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    }),
  );
  const flaw = await flawOf(method, path, response);
  if (flaw !== null) throw new Error(flaw);
  return response;
}

export function api(method: string, path: string, call: Call = {}): Promise<Response> {
  return request(method, `/api/v1${path}`, call);
}

export async function importCsv(key: string, csv: string, query = "", slug = SLUG): Promise<Response> {
  return api("POST", `/scenarios/${slug}/import${query}`, { key, body: csv, headers: { "Content-Type": "text/csv" } });
}

/** Registers the shipped scenario without events. */
export const registerShipped = sharedSetUp(register);

async function register(): Promise<{ owner: string; analyst: string; viewer: string }> {
  const owner = await keyFor("owner");
  const response = await api("POST", "/scenarios", { key: owner, body: scenarioFile });
  if (response.status !== 201) throw new Error(await response.text());
  return { owner, analyst: await keyFor("analyst"), viewer: await keyFor("viewer") };
}

/** The shipped scenario with its events and attestations, through the same routes that a user's files take. */
export const loadShipped = sharedSetUp(load);

async function load(): Promise<{ owner: string; analyst: string; viewer: string }> {
  const keys = await register();
  const imported = await importCsv(keys.owner, eventsCsv);
  if (imported.status !== 200) throw new Error(await imported.text());
  const headers = { "Content-Type": "text/csv" };
  const attested = await api("POST", `/scenarios/${SLUG}/attestations`, {
    key: keys.owner,
    body: attestationsCsv,
    headers,
  });
  if (attested.status !== 201) throw new Error(await attested.text());
  return keys;
}

/** A valid event of the shipped scenario, with any member replaced. */
export function eventBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...EVENT_EXAMPLE, ...changes };
}

/** The `rows_read` and `rows_written` that a reply reports: of its request, or of catching up on verdicts after it. */
export function usageOf(response: Response, part: "db" | "verdicts" = "db"): { read: number; written: number } {
  const entry = new RegExp(`\\b${part};desc="rows_read=(\\d+) rows_written=(\\d+)`);
  const [, read, written] = entry.exec(response.headers.get("Server-Timing") ?? "") ?? [];
  return { read: Number(read), written: Number(written) };
}
