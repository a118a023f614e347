import { contributionCount, contributionsOf } from "./contributions";
import { coverageOf, coveredMonths, windowStart } from "./coverage";
import { LISTED_CONTRIBUTIONS } from "./largest-contributions";
import { levelOf } from "./level";
import { viewMoves } from "./moves";
import { addMonths, monthOf } from "./months";
import { round10, sum } from "./numbers";
import { headlineStatement } from "./headline-statement";
import { headlineOf } from "./horizon-verdicts";
import { recordingLag } from "./recording-lag";
import { spanStart, withinSpan } from "./span";
import { viewArticleScores, viewVerdicts } from "./view-verdicts";
import type { Month } from "./types";
import { viewEvent, viewIndicators } from "./view-indicators";
import { LISTED_EVENTS, newestFirst, type ViewInput } from "./view-input";
import { viewPropositions } from "./view-propositions";
import {
  VIEW_SCHEMA,
  type LevelYear,
  type ScenarioView,
  type ViewLevel,
  type ViewMonth,
  type ViewNote,
} from "./view-types";
import { indexSeries, type IndexMonth } from "./warming-index";

/**
 * The complete answer to "how does the scenario stand" on a day. Months run from January of the year of the first event
 * or state change (of the window's start, where nothing is logged) to the as-of month, and from 30 years before the window
 * at the earliest. Derived numbers are rounded to 10 decimals (method, ruling 39), so the same records always give the same
 * bytes.
 *
 * @example assembleView(input of the shipped scenario as of 2025-12-31) // index 12.0131946455, eventsCounted 186
 */
export function assembleView(input: ViewInput): ScenarioView {
  const { registration, asOf, completeTo } = input;
  const { indicators } = registration;
  const asOfMonth = monthOf(asOf);
  const covered = coveredMonths(input.cells, input.attestations, asOfMonth);
  const window = windowStart(registration);
  const earliest = spanStart(window);
  const cells = withinSpan(input.cells, earliest);
  const shownFrom = firstMonth({ ...input, cells }, { window, earliest, asOfMonth });
  // The level compares with months that may lie before the first one shown.
  const baselineFrom = addMonths(monthOf(registration.registeredOn), -12);
  const from = [shownFrom, baselineFrom].toSorted()[0] ?? shownFrom;
  const series = indexSeries({ ...input, indicators, halfLifeMonths: registration.halfLifeMonths, from });
  const now = series.at(-1);
  if (!now) throw new RangeError(`The input holds months after its as-of day ${asOf}`);
  const relevances = new Map(indicators.map(({ key, relevance }) => [key, relevance]));
  const contributions = contributionsOf({
    indicators,
    candidates: input.candidates.filter(({ date }) => monthOf(date) >= earliest),
    now,
    halfLifeMonths: registration.halfLifeMonths,
  });

  const propositions = viewPropositions(input);
  const view: Omit<ScenarioView, "statement"> = {
    schema: VIEW_SCHEMA,
    slug: registration.slug,
    title: registration.title,
    claim: registration.claim,
    source: registration.source,
    mode: registration.mode,
    registeredOn: registration.registeredOn,
    codedOn: registration.codedOn ?? null,
    registrationVersion: registration.version,
    halfLifeMonths: registration.halfLifeMonths,
    materialRise: registration.materialRise,
    credibilityWeights: registration.credibilityWeights,
    reliabilityWeights: registration.reliabilityWeights,
    horizons: registration.horizons,
    revision: input.revision,
    asOf,
    asOfReason: input.asOfReason,
    generator: input.generator,
    ...viewVerdicts(input),
    index: round10(now.index),
    directIndex: round10(now.directIndex),
    band90: round10(now.band90),
    eventsCounted: sum(input.cells.map(({ n }) => n)),
    ...earlierThan(earliest, input.cells),
    scheduled: input.scheduled,
    level: roundLevel(levelOf({ series, covered, registeredOn: registration.registeredOn, completeTo })),
    months: viewMonths(
      series.filter(({ month }) => month >= shownFrom),
      covered,
      input,
    ),
    moves: viewMoves(indicators, cells, input.moving),
    contributions: contributions.slice(0, LISTED_CONTRIBUTIONS),
    contributionCount: contributionCount(indicators, cells, now),
    contributionSum: round10(sum(Object.values(now.indexByIndicator))),
    top10: contributions.slice(0, 10).map(({ ref, value }) => ({ ref, value })),
    propositions,
    articleScores: viewArticleScores(propositions, registration.registeredOn),
    review: input.review,
    note: newestNote(input.notes, asOfMonth),
    coverage: coverageOf({ ...input, indicators, from: window }),
    recordingLag: recordingLag(input.latest.toSorted(newestFirst).slice(0, LISTED_EVENTS)),
    latestEvents: input.latest
      .toSorted(newestFirst)
      .slice(0, LISTED_EVENTS)
      .map((event) => viewEvent(event, relevances.get(event.indicator) ?? 0)),
    indicators: viewIndicators(input, shownFrom),
  };
  const verdict = headlineOf(view.verdicts, registration.horizons, completeTo);
  return { ...view, statement: headlineStatement(view, verdict) };
}

function newestNote(notes: ViewInput["notes"], until: Month): ViewNote | null {
  return (
    notes
      .filter(({ month }) => month <= until)
      .toSorted((a, b) => (a.month < b.month ? 1 : -1))
      .at(0) ?? null
  );
}

/**
 * January of the year of the first event or state change that the figures can hold; without any, of the window's start, if
 * that is not later.
 */
function firstMonth(
  { cells, states }: Pick<ViewInput, "cells" | "states">,
  { window, earliest, asOfMonth }: Record<"window" | "earliest" | "asOfMonth", Month>,
): Month {
  const changes = states.map(({ date }) => monthOf(date)).filter((month) => month >= earliest);
  const first = [...cells.map(({ month }) => month), ...changes].toSorted()[0];
  const january = `${(first ?? (window < asOfMonth ? window : asOfMonth)).slice(0, 4)}-01`;
  return first !== undefined && january < earliest ? earliest : january;
}

/** Left out where there is none, so that views without any stay as they were. */
function earlierThan(earliest: Month, cells: ViewInput["cells"]): Pick<ScenarioView, "earlier"> {
  const earlier = sum(cells.map(({ month, n }) => (month < earliest ? n : 0)));
  return earlier === 0 ? {} : { earlier };
}

function viewMonths(series: readonly IndexMonth[], covered: ReadonlySet<Month>, input: ViewInput): ViewMonth[] {
  const attested = new Map<Month, ViewMonth["attested"]>(
    input.attestations.map(({ month, inferred }) => [month, inferred ? "inferred" : "searched"]),
  );
  return series.map((month) => ({
    month: month.month,
    points: Object.fromEntries(Object.entries(month.points).map(([key, value]) => [key, round10(value)])),
    y: round10(month.y),
    direct: round10(month.direct),
    index: round10(month.index),
    directIndex: round10(month.directIndex),
    band90: round10(month.band90),
    events: month.events,
    covered: covered.has(month.month),
    attested: attested.get(month.month) ?? null,
    provisional: month.month > input.completeTo,
  }));
}

function roundYear<T extends LevelYear>(year: T): T {
  return { ...year, total: round10(year.total), direct: round10(year.direct) };
}

function roundLevel(level: ViewLevel): ViewLevel {
  return {
    ...level,
    last12: roundYear(level.last12),
    baseline12: roundYear(level.baseline12),
    directDifference: round10(level.directDifference),
    band90: round10(level.band90),
    years: level.years.map(roundYear),
  };
}
