/** The shape of a scenario file. What needs more than one member to judge is in scenario-checks.ts. */
import * as v from "valibot";
import { INDICATOR_KINDS, OUTCOMES, ROLES } from "../core/types";
import { isWebAddress } from "./check-source";
import { NOTES_LIMIT, TEXT_LIMIT, TITLE_LIMIT } from "./columns";
import { LIKELIHOOD_RATIOS } from "./likelihood";
import { DayOrMonth, Key, keyLike, namedBy, numberIn, RealDay, RealMonth, text, wholeIn } from "./schema-parts";

export const PATTERNS = ["solid", "hatched", "outline"] as const;

const Title = text({ limit: TITLE_LIMIT });
const Words = text({ limit: TEXT_LIMIT });
const OptionalWords = v.optional(text({ limit: TEXT_LIMIT, optional: true }), "");
const OptionalProse = v.optional(text({ limit: NOTES_LIMIT, optional: true, lines: true }), "");

function oneOf<const T extends readonly string[]>(values: T) {
  return v.picklist(values, `Use one of: ${values.join(", ")}.`);
}

function list<const T extends v.GenericSchema>(item: T) {
  return v.array(item, "Write a list here.");
}

function members<const T extends v.ObjectEntries>(entries: T) {
  return v.object(entries, (issue) =>
    issue.received === "undefined"
      ? "This is missing. Add it."
      : "Write an object with the members of the format here.",
  );
}

/** Weights are kept in hundredths, scores in tenths. */
const Weight = v.pipe(
  numberIn(0, 1),
  v.check((value) => isMultiple(value, 100), "Two decimals at most, such as 0.75."),
);
const Score = v.pipe(
  numberIn(-10, 10),
  v.check((value) => isMultiple(value, 10), "One decimal at most, such as 2.8."),
);

const CodebookLine = members({
  key: Key,
  label: Words,
  score: Score,
  anchor: OptionalWords,
  facets: v.optional(namedBy(Key, text({ limit: TEXT_LIMIT, optional: true }))),
});

const State = members({ key: Key, label: Words, value: v.optional(numberIn(0, 1)) });

const IndicatorLine = members({
  key: Key,
  label: Words,
  description: OptionalWords,
  kind: oneOf(INDICATOR_KINDS),
  role: oneOf(ROLES),
  relevance: v.optional(numberIn(0, 1)),
  unit: v.optional(Words),
  order: v.optional(wholeIn(0, 1000)),
  colour: v.optional(
    v.pipe(v.string("Write a colour as #0072B2."), v.regex(/^#[0-9a-f]{6}$/i, "Write a colour as #0072B2.")),
  ),
  pattern: v.optional(oneOf(PATTERNS)),
  codebook: v.optional(list(CodebookLine), []),
  states: v.optional(list(State)),
  fullScale: v.optional(v.pipe(numberIn(0, 100), v.gtValue(0, "Write a number above 0."))),
});

const HorizonLine = members({ key: Key, label: Words, until: v.nullable(RealMonth) });

const OutcomeLine = members({
  result: oneOf(OUTCOMES),
  on: v.optional(v.nullable(DayOrMonth), null),
  sourceTitle: OptionalWords,
  sourceUrl: v.pipe(
    OptionalWords,
    v.check((value) => value === "" || isWebAddress(value), "Write an address that starts with http:// or https://."),
  ),
  note: OptionalProse,
});

const EvidenceLine = members({
  event: Words,
  likelihoodRatio: v.picklist(LIKELIHOOD_RATIOS, `Use one of these texts: ${LIKELIHOOD_RATIOS.join(", ")}.`),
  cluster: v.optional(v.nullable(Words), null),
  rivalExplanation: OptionalWords,
});

const ReferenceClass = v.pipe(
  members({ k: wholeIn(0, 1_000_000), n: wholeIn(0, 1_000_000), description: v.optional(Words) }),
  v.check(({ k, n }) => k <= n, "k counts cases among n, so it cannot be larger than n."),
);

const Probability = v.pipe(
  numberIn(0, 1),
  v.check((value) => value > 0 && value < 1, "Write a number between 0 and 1; neither end can be scored."),
);

const PropositionLine = members({
  id: keyLike(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "Use letters, digits, hyphens and underscores, such as C01."),
  kind: v.optional(Words, "forecast"),
  question: Words,
  criteria: Words,
  type: oneOf(["by", "at"]),
  deadline: RealDay,
  basis: oneOf(["outright", "inferred", "factual", "added"]),
  addedOn: v.optional(v.nullable(RealDay), null),
  indicators: v.optional(list(Key), []),
  locator: OptionalWords,
  referenceClass: v.optional(v.nullable(ReferenceClass), null),
  articleProbability: v.optional(v.nullable(Probability), null),
  articleCue: OptionalProse,
  imputed: v.optional(v.boolean("Write true or false."), false),
  outcome: v.optional(OutcomeLine, { result: "open" }),
  evidence: v.optional(list(EvidenceLine), []),
});

export const ScenarioFile = members({
  format: v.literal("scenario-pack", 'Write "scenario-pack"; other formats are not known.'),
  version: wholeIn(1, 1_000_000),
  slug: v.pipe(
    v.string("Write a short name for addresses, such as pakistan-russia-2012."),
    v.maxLength(100, "Shorten this to 100 characters."),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters and digits in words joined by single hyphens."),
    v.notValue("new", "This address is the page that registers scenarios. Choose another name."),
  ),
  title: Title,
  claim: Words,
  source: members({ title: Title, author: OptionalWords, outlet: OptionalWords, published: DayOrMonth }),
  mode: v.optional(oneOf(["registered", "back-test"]), "registered"),
  registeredOn: RealDay,
  codedOn: v.optional(RealDay),
  baselineMonths: wholeIn(1, 120),
  horizons: v.pipe(list(HorizonLine), v.minLength(1, "Add a horizon; one without an end has until: null.")),
  halfLifeMonths: v.pipe(numberIn(0, 600), v.gtValue(0, "Write a number of months above 0.")),
  materialRise: v.pipe(numberIn(0, 1000), v.gtValue(0, "Write a number of points above 0.")),
  alpha: v.pipe(numberIn(0, 0.5), v.gtValue(0, "Write a number above 0, such as 0.1.")),
  credibilityWeights: members({ "1": Weight, "2": Weight, "3": Weight, "4": Weight, "5": Weight }),
  reliabilityWeights: members({ A: Weight, B: Weight, C: Weight, D: Weight, E: Weight, F: Weight }),
  relevance: v.optional(
    members({
      direct: v.optional(numberIn(0, 1), 1),
      driver: v.optional(numberIn(0, 1), 0.25),
      context: v.optional(numberIn(0, 1), 0),
    }),
    {},
  ),
  stateValues: v.optional(namedBy(v.string(), numberIn(0, 1)), {}),
  indicators: v.pipe(
    list(IndicatorLine),
    v.minLength(1, "Add at least one indicator."),
    v.maxLength(100, "At most 100 indicators."),
  ),
  propositions: v.optional(v.pipe(list(PropositionLine), v.maxLength(1000, "At most 1000 propositions.")), []),
});
export type ScenarioFile = v.InferOutput<typeof ScenarioFile>;
export type IndicatorLine = ScenarioFile["indicators"][number];
export type EvidenceItem = v.InferOutput<typeof EvidenceLine>;

function isMultiple(value: number, of: number): boolean {
  return Math.abs(value * of - Math.round(value * of)) < 1e-9;
}
