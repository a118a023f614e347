/** Plain values with defaults, so that a test names only what it is about. */
import type {
  Attestation,
  Indicator,
  LoggedEvent,
  MonthCell,
  Outcome,
  Proposition,
  Registration,
  StateChange,
} from "../worker/core/types";
import type { LoggedScenario } from "../worker/core/view-from-events";

export function anIndicator(over: Partial<Indicator> = {}): Indicator {
  return {
    key: "visit",
    label: "Visits",
    description: "Visits between the two states.",
    kind: "event",
    role: "direct",
    relevance: 1,
    unit: "points",
    order: 1,
    colour: "#0072B2",
    pattern: "solid",
    codebook: [
      { key: "leader_visit_held", label: "Leader's visit, held", score: 5.6, anchor: "CAMEO 043, doubled" },
      { key: "minister_visit_held", label: "Minister's visit, held", score: 2.8, anchor: "CAMEO 043" },
      { key: "leader_visit_called_off", label: "Leader's visit called off", score: -5, anchor: "CAMEO 125" },
      { key: "context", label: "Noted for context", score: 0, anchor: "CAMEO 010" },
    ],
    ...over,
  };
}

export function aDriver(over: Partial<Indicator> = {}): Indicator {
  return anIndicator({ key: "veto", label: "Vetoes", role: "driver", relevance: 0.25, order: 2, ...over });
}

/** A supply line: closed earns 0.25 x 4 = 1 point a month, restricted half of it. */
export function aStateIndicator(over: Partial<Indicator> = {}): Indicator {
  return anIndicator({
    key: "supply_line",
    label: "Supply line",
    kind: "state",
    role: "driver",
    relevance: 0.25,
    unit: "state",
    order: 3,
    codebook: [],
    fullScale: 4,
    states: [
      { key: "open", label: "Open", value: 0 },
      { key: "restricted", label: "Restricted", value: 0.5 },
      { key: "closed", label: "Closed", value: 1 },
      { key: "ended", label: "No longer in use", value: 0 },
    ],
    ...over,
  });
}

export function aRegistration(over: Partial<Registration> = {}): Registration {
  return {
    format: "scenario-pack",
    version: 1,
    slug: "test-scenario",
    title: "Test scenario",
    claim: "Ties between the two test states are warming.",
    source: { title: "Test article", author: "Test author", outlet: "Test outlet", published: "2012-06" },
    mode: "registered",
    registeredOn: "2012-06-15",
    baselineMonths: 12,
    horizons: [
      { key: "one-year", label: "One year", until: "2013-06" },
      { key: "to-date", label: "To date", until: null },
    ],
    halfLifeMonths: 6,
    materialRise: 3,
    alpha: 0.1,
    credibilityWeights: { "1": 0.95, "2": 0.75, "3": 0.5, "4": 0.25, "5": 0.05 },
    reliabilityWeights: { A: 0.95, B: 0.75, C: 0.5, D: 0.25, E: 0.05, F: 0.5 },
    indicators: [anIndicator(), aDriver(), aStateIndicator()],
    ...over,
  };
}

/** A confirmed minister's visit on 3 October 2012: 2.8 x 0.95 = 2.66 points. */
export function anEvent(over: Partial<LoggedEvent> = {}): LoggedEvent {
  return {
    ref: "E-0001",
    date: "2012-10-03",
    indicator: "visit",
    code: "minister_visit_held",
    state: null,
    title: "Foreign minister in Islamabad",
    score10: null,
    scoreReason: "",
    amountCents: null,
    amountScope: null,
    project: "",
    plannedFor: null,
    actors: ["RUS", "PAK"],
    location: "Islamabad, Pakistan",
    sourceTitle: "Minister arrives (Test Times)",
    sourceUrl: "https://example.org/1",
    sourcePublished: null,
    sourceReliability: "B",
    infoCredibility: 1,
    notes: "",
    follows: null,
    quote: "",
    review: "unreviewed",
    effective10: 28,
    weight100: 95,
    version: 1,
    revision: 1,
    ordinal: 0,
    ...over,
  };
}

/** A row of the supply line: it has a state, no code and no score. */
export function aStateRow(over: Partial<LoggedEvent> = {}): LoggedEvent {
  return anEvent({
    ref: "E-0900",
    date: "2011-11-26",
    indicator: "supply_line",
    code: null,
    state: "closed",
    title: "All routes closed",
    effective10: 0,
    ...over,
  });
}

export function aStateChange(over: Partial<StateChange> = {}): StateChange {
  return {
    ref: "E-0900",
    indicator: "supply_line",
    date: "2011-11-26",
    state: "closed",
    title: "All routes closed",
    order: 0,
    ...over,
  };
}

export function anAttestation(over: Partial<Attestation> = {}): Attestation {
  return { month: "2012-01", note: "Searched for this month; nothing found.", inferred: false, ...over };
}

export function aCell(over: Partial<MonthCell> = {}): MonthCell {
  return {
    indicator: "visit",
    month: "2012-10",
    n: 1,
    nScored: 1,
    sumWS: 2660,
    sumS: 28,
    sumWSign: 95,
    sumWAbs: 2660,
    sumAbs: 28,
    sumW: 95,
    sumVar: 372_400,
    ...over,
  };
}

export function anOutcome(over: Partial<Outcome> = {}): Outcome {
  return { result: "no", on: "2012-12-31", sourceTitle: "Visit put off", sourceUrl: "", note: "", ...over };
}

export function aProposition(over: Partial<Proposition> = {}): Proposition {
  return {
    id: "C01",
    kind: "forecast",
    question: "Will the leader visit in 2012?",
    criteria: "Yes if the visit is held.",
    type: "by",
    deadline: "2012-12-31",
    basis: "outright",
    addedOn: null,
    indicators: ["visit"],
    locator: "first page",
    referenceClass: null,
    articleProbability: 0.9,
    articleCue: "Stated outright.",
    imputed: true,
    ...over,
  };
}

export function aScenario(over: Partial<LoggedScenario> = {}): LoggedScenario {
  return {
    registration: aRegistration(),
    revision: 1,
    generator: "test",
    asOf: "2012-10-31",
    today: "2099-12-31",
    asOfReason: "asked",
    events: [],
    attestations: [],
    propositions: [],
    said: { since: null, months: [] },
    notes: [],
    ...over,
  };
}
