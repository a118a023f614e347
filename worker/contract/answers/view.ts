/** ScenarioView: the one document that the page draws, the API returns and a link freezes. */
import * as v from "valibot";
import { INDICATOR_KINDS, ROLES } from "../../core/types";
import { VIEW_SCHEMA } from "../../core/view-types";
import { Day, Flag, Hash, Month, OrNull, Real, Revision, Text, ValidDate, Whole } from "./parts";
import { CodebookEntry, Horizon, MODES, Source, StateLevel, Weights } from "./scenarios";
import { Fields } from "./sharing";
import { ArticleScores, ViewProposition } from "./view-claims";
import { Progress, SaidMonth, ViewVerdict, Word } from "./view-verdicts";

const LevelYear = { total: Real, direct: Real, covered: Whole };

const Level = v.object({
  last12: v.object(LevelYear),
  baseline12: v.object(LevelYear),
  directDifference: Real,
  band90: Real,
  word: v.picklist(["above", "below", "about the same", "not judged"]),
  years: v.array(v.object({ ...LevelYear, to: Month })),
});

const ViewMonth = v.object({
  month: Month,
  points: v.record(Text, Real),
  y: Real,
  direct: Real,
  index: Real,
  directIndex: Real,
  band90: Real,
  events: Whole,
  covered: Flag,
  attested: v.nullable(v.picklist(["searched", "inferred"])),
  provisional: Flag,
});

const ViewEvent = v.object({
  id: Text,
  ref: Text,
  date: ValidDate,
  indicator: Text,
  code: OrNull.text,
  state: OrNull.text,
  title: Text,
  score: Real,
  weight: Real,
  points: Real,
  sourceTitle: Text,
  sourceUrl: Text,
  grade: Text,
});

const ViewAmount = v.object({
  ...ViewEvent.entries,
  amountUsd: Real,
  amountScope: OrNull.text,
  unmoved: v.optional(v.literal(true)),
});

const ViewIndicator = v.object({
  key: Text,
  label: Text,
  description: Text,
  kind: v.picklist(INDICATOR_KINDS),
  role: v.picklist(ROLES),
  relevance: Real,
  colour: Text,
  pattern: Text,
  fullScale: OrNull.real,
  codebook: v.array(CodebookEntry),
  states: v.array(StateLevel),
  spans: v.array(v.object({ state: Text, from: ValidDate, to: v.nullable(Day) })),
  countsByYear: v.array(v.object({ year: Text, counts: v.record(Text, Whole) })),
  amounts: v.array(ViewAmount),
});

const Contribution = v.object({
  ref: Text,
  id: OrNull.text,
  indicator: Text,
  title: Text,
  date: v.nullable(ValidDate),
  value: Real,
});

const Move = v.object({
  month: Month,
  role: v.picklist(["direct", "driver"]),
  value: Real,
  events: v.array(ViewEvent),
});

const Coverage = v.object({
  from: Month,
  to: Month,
  months: Whole,
  covered: Whole,
  attested: Whole,
  inferred: Whole,
  lastCovered: v.nullable(Month),
  lastEventDate: v.nullable(ValidDate),
  countedEvents: Whole,
  countedIndicators: Whole,
});

const ViewNote = v.object({ month: Month, text: Text, writtenOn: Day, version: Whole, by: v.optional(Text) });

export const View = v.object({
  schema: v.literal(VIEW_SCHEMA),
  slug: Text,
  title: Text,
  claim: Text,
  source: Source,
  mode: v.picklist(MODES),
  registeredOn: Day,
  codedOn: v.nullable(Day),
  registrationVersion: Whole,
  halfLifeMonths: Real,
  materialRise: Real,
  ...Weights,
  horizons: v.array(Horizon),
  revision: Revision,
  asOf: Day,
  asOfReason: v.picklist(["today", "last-covered", "asked"]),
  generator: Text,
  headlineHorizon: Text,
  headlineVerdict: v.nullable(Word),
  statement: Text,
  index: Real,
  directIndex: Real,
  band90: Real,
  eventsCounted: Whole,
  earlier: v.optional(Whole),
  scheduled: Whole,
  level: Level,
  verdicts: v.array(ViewVerdict),
  publishedByMonth: v.record(Text, Word),
  pendingMonths: v.array(Month),
  settling: v.optional(v.object({ ...Progress.entries, revision: v.nullable(Whole) })),
  said: v.object({ since: v.nullable(Day), months: v.array(SaidMonth) }),
  months: v.array(ViewMonth),
  moves: v.optional(v.array(Move)),
  contributions: v.array(Contribution),
  contributionCount: Whole,
  contributionSum: Real,
  top10: v.array(v.object({ ref: Text, value: Real })),
  propositions: v.array(ViewProposition),
  articleScores: ArticleScores,
  coverage: Coverage,
  review: v.object({ unreviewed: Whole, agreed: Whole, disputed: Whole }),
  note: v.nullable(ViewNote),
  frozen: v.optional(v.object({ fields: Fields, ledgerHead: Hash, eventsCsv: Hash })),
  redactions: v.optional(v.array(v.object({ on: Day, reason: Text }))),
  recordingLag: v.nullable(v.object({ medianDays: Real, events: Whole })),
  latestEvents: v.array(ViewEvent),
  indicators: v.array(ViewIndicator),
});
