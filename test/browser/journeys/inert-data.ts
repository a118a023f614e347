import { DUE } from "../../clock";
import shipped from "../../../scenarios/pakistan-russia-2012/scenario.json" with { type: "json" };
import { SHARED_FIELDS } from "../../../worker/core/sharing";
import type { Site } from "./helpers";
import { harm, SOURCE_URLS } from "./inert-texts";

export const HARMFUL = "harmful";
const PATH = `/scenarios/${HARMFUL}`;
const BASE = { sourceReliability: "B", infoCredibility: 2 };
/** One after another, so that a claim takes them up and a state has a history. */
const CODES: Record<string, unknown>[] = [
  { indicator: "visit", code: "minister_visit_held", date: "2012-03-04" },
  {
    indicator: "defence",
    code: "accord_signed",
    date: "2012-09-20",
    amountUsd: 1_000_000,
    amountScope: "whole_project",
  },
  { indicator: "supply_line", state: "closed", date: "2012-11-26" },
  { indicator: "visit", code: "leader_visit_held", date: "2025-10-03", plannedFor: "2025-12-01" },
  { indicator: "veto", code: "veto_double", date: "2025-10-20" },
  { indicator: "trade", code: "accord_signed", date: "2025-11-02" },
];

/** Every free text of the shipped scenario replaced; keys, numbers and dates stay. */
function scenario(text: ReturnType<typeof harm>): Record<string, unknown> {
  const { indicators, propositions, horizons, source, ...rest } = shipped;
  return {
    ...rest,
    slug: HARMFUL,
    title: text("title", 300),
    claim: text("claim"),
    source: { ...source, title: text("article"), author: text("author"), outlet: text("outlet") },
    horizons: horizons.map((horizon) => ({ ...horizon, label: text("horizon", 90) })),
    indicators: indicators.map((indicator) => ({
      ...indicator,
      label: text("label", 120),
      description: text("description"),
      unit: text("unit", 90),
      ...("codebook" in indicator && {
        codebook: indicator.codebook?.map((line) => ({
          ...line,
          label: text("code"),
          anchor: text("anchor"),
          facets: { step: text("facet", 60), rank: text("facet", 60) },
        })),
      }),
      ...("states" in indicator && { states: indicator.states?.map((one) => ({ ...one, label: text("state", 80) })) }),
    })),
    propositions: propositions.slice(0, 4).map((proposition, i) => ({
      ...proposition,
      kind: text("kind", 80),
      question: text("question"),
      criteria: text("criteria"),
      locator: text("locator"),
      articleCue: text("cue"),
      referenceClass: { k: 1, n: 4, description: text("class") },
      outcome: { ...proposition.outcome, sourceTitle: text("outcome"), sourceUrl: SOURCE_URLS[i], note: text("note") },
      evidence: [],
    })),
  };
}

/** One event with harm in every text of its own. */
export function event(text: ReturnType<typeof harm>, code: Record<string, unknown>, turn = 0): Record<string, unknown> {
  return {
    ...BASE,
    ...code,
    title: text("event", 290),
    notes: `${text("notes")}\n${text("second line")}`,
    quote: text("quote", 290),
    sourceTitle: text("source"),
    sourceUrl: SOURCE_URLS[turn % SOURCE_URLS.length],
    location: text("place"),
    project: text("project", 90),
    actors: [text("actor", 90).replaceAll(/[;|]/g, ""), text("actor", 90).replaceAll(/[;|]/g, "")],
    ...(code["code"] === "minister_visit_held" && { score: 3, scoreReason: text("reason") }),
  };
}

export interface Harmful {
  refs: string[];
  /** The addresses of a plain link, one that can be embedded, and one with a passphrase. */
  links: { url: string; id: string }[];
}

/** A scenario, its events, what is said of them and links to it: every free text of each is harmful. */
export async function makeHarmful(site: Site): Promise<Harmful> {
  const text = harm();
  const key = await site.server.key("analyst", text("person", 90));
  const other = { Authorization: `Bearer ${key}` };
  await site.api("POST", "/scenarios", scenario(text));
  const refs: string[] = [];
  for (const [turn, code] of CODES.entries()) {
    const { ref } = await site.api<{ ref: string }>("POST", `${PATH}/events`, event(text, code, turn));
    refs.push(ref);
  }
  const [first = "", second = "", third = "", , retracted = ""] = refs;
  const of = (ref: string) => `${PATH}/events/${ref}`;
  const match = { "If-Match": '"1"' };
  await site.api("PATCH", of(first), { title: text("corrected", 290), reason: text("why") }, match);
  await site.api("DELETE", of(retracted), { reason: text("retraction") }, match);
  await site.api("POST", `${of(first)}/reports`, { ...event(text, {}, 1), ...BASE });
  await site.api("POST", `${of(first)}/comments`, { text: text("comment") }, other);
  const review = { ...BASE, agrees: false, comment: text("review") };
  await site.api("POST", `${of(first)}/review`, review, { "If-Match": '"2"', ...other });
  const added = await site.api<{ id: string }>("POST", `${PATH}/propositions`, {
    question: text("added", 290),
    criteria: text("criteria"),
    type: "by",
    deadline: DUE,
    referenceClass: { description: text("class"), k: 1, n: 9 },
    reason: text("why added"),
  });
  const rating = { event: third, likelihoodRatio: "2", rivalExplanation: text("rival"), cluster: text("cluster", 90) };
  await site.api("POST", `${PATH}/propositions/C01/evidence`, { ...rating, reason: text("why rated") }, other);
  await site.api("POST", `${PATH}/propositions/${added.id}/forecasts`, { probability: 0.4 }, other);
  await site.api(
    "POST",
    `${PATH}/notes`,
    { month: "2025-10", text: `${text("note")}\n${text("of the month")}` },
    other,
  );
  await site.api("POST", `${PATH}/attestations`, "month,note\n2025-10,looked\n");
  const fields = Object.fromEntries(SHARED_FIELDS.map((field) => [field, true]));
  const share = (more: object) =>
    site.api<{ url: string; id: string }>("POST", `${PATH}/snapshots`, {
      title: text("link", 290),
      note: text("link note"),
      fields,
      ...more,
    });
  const links = [await share({}), await share({ purpose: "colleague" }), await share({ passphrase: true })];
  await site.api("POST", `${of(second)}/redact`, { reason: text("redaction") });
  // Last, so that nothing happens after it: no message is sent.
  const url = `https://hooks.example.org/"><x-bad/onmouseover=window.ran=1>/\u202egnp.exe?${"long-word".repeat(30)}`;
  await site.api("POST", `${PATH}/webhooks`, { url });
  return { refs, links };
}
