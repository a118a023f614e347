/** Reads a scenario pack (registration, events, attestations) from its folder, by the code that users' files take. */
import { readFileSync } from "node:fs";
import { readAttestationFile } from "../../../worker/contract/attestation-file";
import { readEventFile } from "../../../worker/contract/csv-read";
import { planImport } from "../../../worker/contract/import-plan";
import { parseScenarioFile, type EvidenceItem } from "../../../worker/contract/registration";
import { effectiveScore10, weight100 } from "../../../worker/core/grading";
import type { LoggedScenario } from "../../../worker/core/view-from-events";

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

export function readPack(folder: string): Omit<LoggedScenario, "asOf" | "asOfReason"> {
  const { scenario, problems } = parseScenarioFile(readJson(`${folder}/scenario.json`));
  if (!scenario) throw new Error(JSON.stringify(problems));
  const { registration, propositions, outcomes, evidence } = scenario;
  const { rows } = readEventFile(readFileSync(`${folder}/events.csv`));
  const { creations, rejected } = planImport(rows, registration, { latest: "2098-12-31", existing: new Map() });
  if (rejected > 0) throw new Error(`${folder}: ${rejected} events were rejected`);
  const events = creations.map(({ ref, content }, ordinal) => {
    const indicator = registration.indicators.find(({ key }) => key === content.indicator);
    if (!indicator) throw new Error(`${ref}: no indicator ${content.indicator}`);
    return {
      ...content,
      ref: ref ?? "",
      effective10: effectiveScore10(indicator, content.code, content.score10),
      weight100: weight100(registration, content.sourceReliability, content.infoCredibility),
      version: 1,
      review: "unreviewed" as const,
      revision: 1,
      ordinal,
    };
  });
  const withEvent = (item: EvidenceItem) =>
    events
      .filter(({ ref }) => ref === item.event)
      .map(({ title, date, weight100: weight }) => {
        return { ...item, title, date, weight100: weight };
      });
  return {
    registration,
    revision: 1,
    generator: "test",
    today: "2099-12-31",
    attestations: readAttestationFile(readFileSync(`${folder}/attestations.csv`)).attestations,
    propositions: propositions.map((one) => ({
      ...one,
      outcome: outcomes[one.id] ?? null,
      evidence: (evidence[one.id] ?? []).flatMap(withEvent),
    })),
    said: { since: null, months: [] },
    notes: [],
    events,
  };
}
