/** Scenarios, and what is said of them, with everything near the bounds of what the contract takes. */
import fc from "fast-check";
import { dayNumber, dayOfNumber } from "../../worker/core/days";
import { addMonths, monthOf } from "../../worker/core/months";

export interface Draw {
  file: Record<string, unknown>;
  events: Record<string, unknown>[];
  /** Rows of a file, joined to events by the same generator. */
  rows: Record<string, unknown>[];
  attested: string[];
  forecast: number;
  link: Record<string, unknown>;
  asOf: string;
  said: Said;
}

/** What people say of an event and of a month after it was logged. */
export type Said = DrawOf<typeof saidNear>;
type DrawOf<T extends (day: string) => fc.Arbitrary<unknown>> =
  ReturnType<T> extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Words that every object of JavaScript knows, and those that a key may not be: both are tried. */
const WORDS = ["constructor", "prototype", "__proto__", "toString", "hasOwnProperty", "valueof", "then", "length", "0"];
const SCRIPTS = ["ж", "ک", "漢", "ệ", "😀", "a", "\u0301e", "<b>&amp;", "'\"`", "=1+1", "ﷺ"];

/** A text up to a limit in characters: short, a word of JavaScript, or as long as it may be. */
function words(limit: number, least = 1): fc.Arbitrary<string> {
  const long = fc.constantFrom(...SCRIPTS).map((one) => [...one.repeat(limit)].slice(0, limit).join(""));
  return fc.oneof(
    { weight: 5, arbitrary: fc.string({ unit: "grapheme", minLength: least, maxLength: Math.min(limit, 20) }) },
    { weight: 3, arbitrary: fc.constantFrom(...WORDS, "A visit", "Взлёт", "وزیر خارجہ") },
    { weight: 1, arbitrary: long },
  );
}

const key = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom("a", "b", "c", "0", "prototype", "valueof", "x-y_z", "k".repeat(60)) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
);

/** Of things with a key or an id, some of different ones. */
const different = <T, Name extends keyof T>(one: fc.Arbitrary<T>, name: Name, maxLength: number, minLength = 0) =>
  fc.uniqueArray(one, { minLength, maxLength, selector: (item) => item[name] });
const few = <T>(one: fc.Arbitrary<T>, maxLength: number, minLength = 0) => fc.array(one, { minLength, maxLength });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 });
const SMALLEST = Number.MIN_VALUE;

/** Mostly near the day of registration, where divisions by the time between have their noughts. */
function dayNear(day: string): fc.Arbitrary<string> {
  const near = fc.integer({ min: -3, max: 40 }).map((days) => dayOfNumber(dayNumber(day) + days));
  const far = fc.integer({ min: -800, max: 800 }).map((days) => dayOfNumber(dayNumber(day) + days));
  const odd = fc.constantFrom("9999-12-31", "2024-02-29", "2023-12-31", "1900-01-01");
  return fc.oneof({ weight: 6, arbitrary: near }, { weight: 4, arbitrary: far }, { weight: 1, arbitrary: odd });
}

const monthNear = (day: string) => dayNear(day).map((one) => one.slice(0, 7));
const dateNear = (day: string) =>
  fc.oneof({ weight: 3, arbitrary: dayNear(day) }, { weight: 1, arbitrary: monthNear(day) });
const weight = fc.constantFrom(0, 0.05, 0.5, 0.95, 1);
const score = fc.constantFrom(-10, -2.5, 0, 0.1, 2.8, 10);

const indicator = fc.record(
  {
    key,
    label: words(500),
    description: words(500),
    kind: fc.constantFrom("event", "event", "state"),
    role: fc.constantFrom("direct", "direct", "driver", "context"),
    relevance: maybe(fc.constantFrom(0, SMALLEST, 0.25, 1)),
    codebook: different(
      fc.record(
        { key, label: words(500), score, facets: maybe(facetsOf()) },
        { requiredKeys: ["key", "label", "score"] },
      ),
      "key",
      3,
      1,
    ),
    states: different(fc.record({ key, label: words(500), value: fc.constantFrom(0, SMALLEST, 0.5, 1) }), "key", 3, 1),
    fullScale: fc.constantFrom(SMALLEST, 4, 100),
  },
  { requiredKeys: ["key", "label", "kind", "role", "codebook", "states", "fullScale"] },
);

function facetsOf() {
  return fc
    .array(fc.tuple(fc.constantFrom("rank", "step", "with", "prototype", "other"), words(30)), { maxLength: 3 })
    .map((pairs) => Object.fromEntries(pairs));
}

const outcomeNear = (day: string) =>
  fc.record(
    {
      result: fc.constantFrom("yes", "no", "partly", "open", "void"),
      on: fc.oneof(dateNear(day), fc.constant(null)),
      note: words(5000),
    },
    { requiredKeys: ["result"] },
  );

const claimNear = (day: string) =>
  fc.record(
    {
      id: fc.oneof(key, fc.constantFrom("C01", "A01")),
      question: words(500),
      criteria: words(500),
      type: fc.constantFrom("by", "by", "at"),
      deadline: dayNear(day),
      basis: fc.constantFrom("outright", "inferred", "factual"),
      addedOn: fc.oneof(fc.constant(null), dayNear(day)),
      referenceClass: fc.constantFrom(null, { k: 0, n: 0 }, { k: 0, n: 1_000_000 }, { k: 1_000_000, n: 1_000_000 }),
      articleProbability: fc.constantFrom(null, SMALLEST, 0.5, 1 - Number.EPSILON),
      outcome: outcomeNear(day),
      evidence: few(
        fc.record({
          event: fc.constantFrom("constructor", "E-1", "E-2"),
          likelihoodRatio: fc.constantFrom("10", "1", "1/10"),
          cluster: maybe(words(20)),
        }),
        3,
      ),
    },
    { requiredKeys: ["id", "question", "criteria", "type", "deadline", "basis"] },
  );

/** A horizon ends in a later month than that of registration, or never. */
const untilAfter = (day: string) =>
  fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 30 }).map((months) => addMonths(monthOf(day), months)),
    fc.constant("9999-12"),
  );

const fileOn = (registeredOn: string) =>
  fc.record({
    format: fc.constant("scenario-pack"),
    version: fc.constantFrom(1, 1_000_000),
    title: words(300),
    claim: words(500),
    source: fc.record({ title: words(300), author: words(500), outlet: words(500), published: dateNear(registeredOn) }),
    mode: fc.constantFrom("registered", "back-test"),
    registeredOn: fc.constant(registeredOn),
    baselineMonths: fc.constantFrom(1, 2, 12, 120),
    horizons: different(fc.record({ key, label: words(500), until: untilAfter(registeredOn) }), "key", 3, 1),
    halfLifeMonths: fc.constantFrom(SMALLEST, 0.01, 1, 6, 600),
    materialRise: fc.constantFrom(SMALLEST, 3, 1000),
    alpha: fc.constantFrom(SMALLEST, 0.1, 0.5),
    credibilityWeights: fc.record({ 1: weight, 2: weight, 3: weight, 4: weight, 5: weight }),
    reliabilityWeights: fc.record({ A: weight, B: weight, C: weight, D: weight, E: weight, F: weight }),
    indicators: fc.oneof(
      { weight: 20, arbitrary: different(indicator, "key", 3, 1) },
      {
        weight: 1,
        arbitrary: indicator.map((one) => Array.from({ length: 100 }, (_, i) => ({ ...one, key: `i${i}` }))),
      },
    ),
    propositions: different(claimNear(registeredOn), "id", 3),
  });

interface Keys {
  indicator: string;
  code: string;
  state: string;
}

const eventOf = (day: string, { indicator: of, code, state }: Keys) =>
  fc.record(
    {
      ref: fc.constantFrom("constructor", "E-1", "E-2", "prototype"),
      date: dateNear(day),
      indicator: fc.constant(of),
      code: fc.constant(code),
      state: fc.constant(state),
      title: words(300),
      amountUsd: fc.constantFrom(0.01, 1, 90_000_000_000_000),
      actors: few(words(50), 3),
      location: words(500),
      sourceTitle: words(500),
      sourceUrl: fc.constantFrom("https://example.org/a?id=1", "", "http://[::1]/x"),
      sourcePublished: dayNear(day),
      sourceReliability: fc.constantFrom("A", "B", "F"),
      infoCredibility: fc.constantFrom(1, 3, 5, 6),
      notes: words(5000),
      project: words(500),
      plannedFor: dateNear(day),
      quote: words(300),
      /** The first event of the draw, where there is one. */
      follows: fc.constant("E-1"),
    },
    {
      requiredKeys: [
        "date",
        "indicator",
        code === "" ? "state" : "code",
        "title",
        "sourceTitle",
        "sourceReliability",
        "infoCredibility",
      ],
    },
  );

type DrawnFile = DrawOf<typeof fileOn>;

function keysOf({ indicators }: DrawnFile): Keys[] {
  return indicators
    .slice(0, 5)
    .flatMap((one): Keys[] =>
      one.kind === "event"
        ? one.codebook.map((entry) => ({ indicator: one.key, code: entry.key, state: "" }))
        : one.states.map((entry) => ({ indicator: one.key, code: "", state: entry.key })),
    );
}

const linkWords = {
  title: words(300),
  note: words(2000),
  fields: fc.record({
    sources: fc.boolean(),
    monthNote: fc.boolean(),
    notes: fc.boolean(),
    names: fc.boolean(),
    forecasts: fc.boolean(),
  }),
  passphrase: fc.boolean(),
  viewCap: fc.constantFrom(1, 10_000),
};
const LINK_KEYS = ["title", "fields", "purpose"] as const;

/** A frozen link has a day, a live one may be followed. */
const linkNear = (day: string): fc.Arbitrary<Record<string, unknown>> => {
  const frozen = { ...linkWords, purpose: fc.constantFrom("publication", "colleague"), asOf: dayNear(day) };
  const live = { ...linkWords, purpose: fc.constant("live"), feeds: fc.boolean() };
  const requiredKeys = [...LINK_KEYS];
  return fc.oneof(fc.record(frozen, { requiredKeys }), fc.record(live, { requiredKeys }));
};

const grades = { sourceReliability: fc.constantFrom("A", "F"), infoCredibility: fc.constantFrom(1, 6) };

const saidNear = (day: string) =>
  fc.record({
    report: fc.record({ ...grades, sourceTitle: words(500), quote: words(300), notes: words(5000) }),
    review: fc.record({ ...grades, agrees: fc.boolean(), comment: words(5000) }),
    comment: fc.record({ text: words(5000) }),
    correction: fc.record({ title: words(300), date: dateNear(day), notes: words(5000), reason: words(500) }),
    retraction: maybe(fc.record({ reason: words(500) })),
    note: fc.record({ month: monthNear(day), text: words(2000) }),
    notice: maybe(fc.record({ notice: words(2000) })),
  });

/** What the file leaves to its kind: an event indicator has codes, a state has states. */
function tidied({ indicators, ...file }: DrawnFile): Record<string, unknown> {
  const of = indicators.map(({ codebook, states, fullScale, relevance, ...rest }) => {
    const one = rest.role === "context" ? rest : { ...rest, relevance };
    return one.kind === "event" ? { ...one, codebook } : { ...one, codebook: [], states, fullScale };
  });
  return { ...file, indicators: of };
}

/** Draws for a day that is today. */
export function drawsOn(today: string): fc.Arbitrary<Draw> {
  const registered = fc.constantFrom(
    today,
    dayOfNumber(dayNumber(today) - 1),
    "2024-01-15",
    "2024-02-29",
    "2023-12-31",
  );
  return registered.chain((day) =>
    fileOn(day).chain((file) => {
      const event = fc.constantFrom(...keysOf(file)).chain((keys) => eventOf(day, keys));
      return fc.record({
        file: fc.constant(tidied(file)),
        events: few(event, 3),
        rows: few(event, 3),
        attested: few(monthNear(day), 2),
        forecast: fc.constantFrom(0.01, 0.5, 0.99),
        link: linkNear(day),
        asOf: dayNear(day),
        said: saidNear(day),
      });
    }),
  );
}
