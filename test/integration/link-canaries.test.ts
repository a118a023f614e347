import { expect, test } from "vitest";
import type { LinkPreview, MadeLink } from "../../worker/contract/link-types";
import { DEFAULT_FIELDS, type SharedFields } from "../../worker/core/sharing";
import { canary, SCENARIO, write } from "./canaries";
import { api, eventBody, keyFor, loadShipped } from "./harness";
import { ADDRESSES, FOLLOWED_ADDRESSES, LINKS, look, press, share } from "./shared-links";

/** By what each canary goes along: all of these fields, and never where the list says so. */
const CANARIES: Record<string, (keyof SharedFields)[] | "never"> = {
  [canary("event title")]: [],
  [canary("event source")]: ["sources"],
  "https://canary-event.example/": ["sources"],
  [canary("event quote")]: ["sources"],
  [canary("event notes")]: ["notes"],
  [canary("score reason")]: ["notes"],
  [canary("rival")]: ["notes"],
  [canary("cluster")]: ["notes"],
  [canary("outcome source")]: ["sources"],
  [canary("outcome note")]: ["notes"],
  [canary("month note")]: ["monthNote"],
  // Only beside what it signs; here the note and the forecast go along together.
  "CANARY ANALYST": ["names", "forecasts"],
  "0.0637": ["forecasts"],
  [canary("looked")]: "never",
  [canary("comment")]: "never",
  [canary("review")]: "never",
  [canary("report")]: "never",
  [canary("retracted")]: "never",
  [canary("correction")]: "never",
  [canary("other scenario")]: "never",
  "CANARY REVIEWER": "never",
  "A owner": "never",
};

/** A scenario in which every text that somebody can write is a canary, and another one beside it. */
async function writeCanaries(): Promise<string> {
  const { owner } = await loadShipped();
  const key = await keyFor("analyst", "CANARY ANALYST");
  const reviewer = await keyFor("analyst", "CANARY REVIEWER");
  const source = { sourceTitle: canary("event source"), sourceUrl: "https://canary-event.example/" };
  const words = { quote: canary("event quote"), notes: canary("event notes"), scoreReason: canary("score reason") };
  const amount = { amountUsd: 5_000_000, amountScope: "whole_project" };
  const event = eventBody({ ...source, ...words, ...amount, score: 4.8, title: "A first title" });
  const { ref } = await write(key, `${SCENARIO}/events`, event);
  const renamed = { title: canary("event title"), reason: canary("correction") };
  await write(key, `${SCENARIO}/events/${ref}`, renamed, { "If-Match": '"1"' }, "PATCH");
  const gone = await write(key, `${SCENARIO}/events`, eventBody({ title: canary("retracted") }));
  await write(key, `${SCENARIO}/events/${gone.ref}`, { reason: "Twice" }, { "If-Match": '"1"' }, "DELETE");
  const grade = { sourceReliability: "B", infoCredibility: 2 };
  await write(key, `${SCENARIO}/events/${ref}/reports`, { ...grade, sourceTitle: canary("report") });
  await write(reviewer, `${SCENARIO}/events/${ref}/comments`, { text: canary("comment") });
  const review = { ...grade, agrees: false, comment: canary("review") };
  await write(reviewer, `${SCENARIO}/events/${ref}/review`, review, { "If-Match": '"2"' });
  const rating = { likelihoodRatio: "2", rivalExplanation: canary("rival"), cluster: canary("cluster") };
  await write(key, `${SCENARIO}/propositions/C13/evidence`, { event: ref, ...rating });
  await write(key, `${SCENARIO}/propositions/D01/forecasts`, { probability: 0.0637 });
  const outcome = { sourceTitle: canary("outcome source"), note: canary("outcome note") };
  await write(key, `${SCENARIO}/propositions/D02/resolution`, {
    result: "no",
    on: "2025-11-21",
    reason: "It ended",
    ...outcome,
  });
  await write(key, `${SCENARIO}/notes`, { month: "2025-11", text: canary("month note") });
  await write(key, `${SCENARIO}/attestations`, { month: "2009-01", note: canary("looked") });
  const scenario: object = await (await api("GET", SCENARIO, { key })).json();
  const other = {
    ...scenario,
    slug: "canary-scenario",
    title: canary("other scenario"),
    claim: canary("other scenario"),
  };
  await write(owner, "/scenarios", other);
  await write(owner, "/scenarios/canary-scenario/events", eventBody({ title: canary("other scenario") }));
  return key;
}

/** Every byte that can be had of a link, as text; of an image its bytes one by one. */
async function everyByte(link: MadeLink): Promise<string> {
  const paths = [
    ...new Set([...ADDRESSES, ...FOLLOWED_ADDRESSES]),
    "/nothing",
    "?fields=notes&names=1&forecasts=true",
    "/view.json?fields=notes&revision=9",
  ];
  const answers = await Promise.all(paths.map((path) => look(link, path)));
  answers.push(await look(link, "", { Accept: "text/html" }, "HEAD"), await press(link));
  const texts = answers.map(async (answer) => {
    const headers = JSON.stringify([...answer.headers]);
    const isImage = answer.headers.get("Content-Type") === "image/png";
    const body = isImage ? String.fromCharCode(...new Uint8Array(await answer.arrayBuffer())) : await answer.text();
    return headers + body;
  });
  return (await Promise.all(texts)).join("\n");
}

const leaving = (fields: SharedFields): string[] =>
  Object.entries(CANARIES)
    .filter(([, by]) => by !== "never" && by.every((field) => fields[field]))
    .map(([text]) => text);

const found = (text: string): string[] => Object.keys(CANARIES).filter((one) => text.includes(one));

const NONE: SharedFields = { sources: false, monthNote: false, notes: false, names: false, forecasts: false };
const ALL: SharedFields = { sources: true, monthNote: true, notes: true, names: true, forecasts: true };

const COMBINATIONS: SharedFields[] = [
  DEFAULT_FIELDS,
  NONE,
  ALL,
  { ...NONE, notes: true },
  { ...NONE, names: true },
  { ...ALL, notes: false, sources: false },
];

test("of every text that people wrote only what goes along is in any byte under a link", async () => {
  const key = await writeCanaries();
  for (const fields of COMBINATIONS) {
    for (const purpose of ["publication", "live"]) {
      const body = { title: "T", purpose, fields, feeds: purpose === "live" };
      const { view, page } = await write<LinkPreview>(key, `${LINKS}/preview`, body);
      const seen = found(JSON.stringify([view, page]));
      expect(seen.filter((text) => !leaving(fields).includes(text))).toEqual([]);
      expect([body, found(await everyByte(await share(key, body)))]).toEqual([body, leaving(fields)]);
    }
  }
});
