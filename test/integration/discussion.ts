/** Calls of the routes about what people say of events and months, as tests make them. */
import { now } from "../clock";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import type { ApiEvent, ApiReview, EventLife, LoggedAnswer } from "../../worker/contract/api-types";
import type { ScenarioView } from "../../worker/core/view-types";
import { api, database, eventBody, SLUG } from "./harness";

export const EVENTS = `/scenarios/${SLUG}/events`;

/** What the ledger's check finds; nothing in a healthy database. */
export async function problems(): Promise<string[]> {
  const [report] = await verifyLedgers(database(), now());
  return report?.problems ?? ["nothing was verified"];
}

export async function log(key: string, changes: Record<string, unknown> = {}): Promise<LoggedAnswer> {
  const response = await api("POST", EVENTS, { key, body: eventBody(changes) });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}

export async function eventOf(key: string, ref: string): Promise<ApiEvent> {
  return (await api("GET", `${EVENTS}/${ref}`, { key })).json();
}

export async function lifeOf(key: string, ref: string): Promise<EventLife> {
  return (await api("GET", `${EVENTS}/${ref}/life`, { key })).json();
}

export async function viewOf(key: string, query = ""): Promise<ScenarioView> {
  return (await api("GET", `/scenarios/${SLUG}/view${query}`, { key })).json();
}

export function change(method: "PATCH" | "DELETE", key: string, ref: string, version: number, body: object) {
  return api(method, `${EVENTS}/${ref}`, { key, body, headers: { "If-Match": `"${version}"` } });
}

/** A look that agrees with `eventBody()`'s B2, with any member replaced. */
export function review(key: string, ref: string, version: number, changes: Record<string, unknown> = {}) {
  const body = { sourceReliability: "B", infoCredibility: 2, agrees: true, ...changes };
  return api("POST", `${EVENTS}/${ref}/review`, { key, body, headers: { "If-Match": `"${version}"` } });
}

export interface ReviewAnswer {
  judgement: ApiReview["judgement"];
  review: ApiEvent["review"];
  event: ApiEvent;
  first: Pick<ApiEvent, "sourceReliability" | "infoCredibility">;
}

/** A further source, with any member replaced. */
export function reportBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    sourceTitle: "Another paper",
    sourceUrl: "https://example.org/other",
    sourceReliability: "C",
    infoCredibility: 3,
    ...changes,
  };
}
