/** Reads a scenario pack (registration, events, attestations) from its folder, as plain as the files are. */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { effectiveScore10, weight100 } from "../../../worker/core/grading";
import type { Attestation, LoggedEvent, Outcome, Proposition, Registration } from "../../../worker/core/types";
import type { LoggedScenario } from "../../../worker/core/view-from-events";
import { anEvent } from "../../factories";

type Pack = Registration & { propositions: (Proposition & { outcome: Outcome | null })[] };

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

function readRows(path: string): Record<string, string>[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  return data;
}

function toEvent(row: Record<string, string>, ordinal: number, registration: Registration): LoggedEvent {
  const indicator = registration.indicators.find(({ key }) => key === row.indicator);
  if (!indicator) throw new Error(`${row.ref}: no indicator ${row.indicator}`);
  const score10 = row.score ? Math.round(Number(row.score) * 10) : null;
  const code = row.code || null;
  const reliability = row.source_reliability as LoggedEvent["sourceReliability"];
  const credibility = Number(row.info_credibility) as LoggedEvent["infoCredibility"];
  return anEvent({
    ordinal,
    ref: row.ref ?? "",
    date: row.date ?? "",
    indicator: indicator.key,
    code,
    state: row.state || null,
    title: row.title ?? "",
    score10,
    amountCents: row.amount_usd ? Math.round(Number(row.amount_usd) * 100) : null,
    sourceTitle: row.source_title ?? "",
    sourceUrl: row.source_url ?? "",
    sourceReliability: reliability,
    infoCredibility: credibility,
    effective10: effectiveScore10(indicator, code, score10),
    weight100: weight100(registration, reliability, credibility),
  });
}

export function readPack(folder: string): Omit<LoggedScenario, "asOf" | "asOfReason"> {
  const pack = readJson<Pack>(`${folder}/scenario.json`);
  const attestations = readRows(`${folder}/attestations.csv`).map(({ month = "", note = "" }): Attestation => {
    return { month, note, inferred: note.startsWith("Inferred") };
  });
  return {
    registration: pack,
    revision: 1,
    generator: "test",
    events: readRows(`${folder}/events.csv`).map((row, ordinal) => toEvent(row, ordinal, pack)),
    attestations,
    propositions: pack.propositions,
  };
}
