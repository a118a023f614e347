import type { SharedFields } from "./sharing";
import type { EventContent, Outcome } from "./types";
import type { ScenarioView, ViewEvent, ViewEvidence, ViewForecast, ViewIndicator, ViewMove } from "./view-types";

/** What a view does not hold because it may be shared: who wrote what, and the analysts' own forecasts. */
export interface PrivateMaterial {
  /** Who wrote the note that the view shows; null where it shows none. */
  noteBy: string | null;
  /** By claim: the newest forecast of each analyst, with its name, newest first. */
  forecasts: ReadonlyMap<string, readonly ViewForecast[]>;
}

/**
 * A view with what goes along with a link, and nothing else. The shape stays: a text that does not go along is empty, so
 * that every page draws it. Numbers, grades and the texts that give them a meaning always go along.
 *
 * Every text of a view that somebody typed, and what decides on it:
 * - always: title, claim, source and everything of the registration (horizons, indicators, codebook, states); titles of
 *   events (`latestEvents`, `moves[].events`, `indicators[].amounts`, `contributions`, `propositions[].evidence`); of a
 *   claim its question, criteria, locator, reference class and the article's words; reasons of redactions
 * - `sources`: `sourceTitle` and `sourceUrl` of the same events and of outcomes
 * - `monthNote`: `note`
 * - `notes`: `outcome.note`, `evidence[].rivalExplanation`, and the words that name an `evidence[].cluster`, which become
 *   "1", "2" in each claim's order: which items have one cause still shows
 * - `names`: adds `note.by` and `forecasts[].by`
 * - `forecasts`: adds `propositions[].forecasts`
 *
 * @example shareView(view, { ...DEFAULT_FIELDS, sources: false }, none).latestEvents[0] // { sourceTitle: "", grade: "B2", points: 5.32, ... }
 */
export function shareView(view: ScenarioView, fields: SharedFields, material: PrivateMaterial): ScenarioView {
  const event = <T extends ViewEvent>(one: T): T => shareSource(one, fields);
  return {
    ...view,
    note: shareNote(view, fields, material),
    latestEvents: view.latestEvents.map(event),
    ...(view.moves && { moves: view.moves.map((move): ViewMove => ({ ...move, events: move.events.map(event) })) }),
    indicators: view.indicators.map((one): ViewIndicator => ({ ...one, amounts: one.amounts.map(event) })),
    propositions: view.propositions.map(({ forecasts: _none, ...claim }) => ({
      ...claim,
      outcome: claim.outcome && shareOutcome(claim.outcome, fields),
      evidence: shareEvidence(claim.evidence, fields),
      ...(fields.forecasts && { forecasts: shareForecasts(material.forecasts.get(claim.id) ?? [], fields) }),
    })),
  };
}

/**
 * An event as events.csv of a link has it. `sources` decides on title and address of the source and the quote, `notes` on
 * notes and the reason of an override; everything else always goes along.
 *
 * @example shareEvent(event, DEFAULT_FIELDS) // { ...event, notes: "", scoreReason: "" }
 */
export function shareEvent<T extends EventContent>(event: T, fields: SharedFields): T {
  return {
    ...event,
    ...(!fields.sources && { sourceTitle: "", sourceUrl: "", quote: "" }),
    ...(!fields.notes && { notes: "", scoreReason: "" }),
  };
}

function shareSource<T extends Pick<ViewEvent, "sourceTitle" | "sourceUrl">>(one: T, { sources }: SharedFields): T {
  return sources ? one : { ...one, sourceTitle: "", sourceUrl: "" };
}

function shareOutcome(outcome: Outcome, fields: SharedFields): Outcome {
  return { ...shareSource(outcome, fields), note: fields.notes ? outcome.note : "" };
}

function shareEvidence(evidence: ViewEvidence[], { notes }: SharedFields): ViewEvidence[] {
  if (notes) return evidence;
  const clusters = [...new Set(evidence.map(({ cluster }) => cluster))].filter((cluster) => cluster !== null);
  return evidence.map((item): ViewEvidence => {
    const cluster = item.cluster === null ? null : String(clusters.indexOf(item.cluster) + 1);
    return { ...item, rivalExplanation: "", cluster };
  });
}

function shareNote({ note }: ScenarioView, fields: SharedFields, { noteBy }: PrivateMaterial): ScenarioView["note"] {
  if (note === null || !fields.monthNote) return null;
  const { by: _none, ...words } = note;
  return fields.names && noteBy !== null ? { ...words, by: noteBy } : words;
}

function shareForecasts(forecasts: readonly ViewForecast[], { names }: SharedFields): ViewForecast[] {
  return forecasts.map(({ by, ...forecast }) => (names && by !== undefined ? { ...forecast, by } : forecast));
}
