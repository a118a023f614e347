/** Scenarios: the list, a registration, the ledger's undo, and removals of text. */
import * as v from "valibot";
import { ENTRY_KINDS } from "../../core/ledger";
import { INDICATOR_KINDS, ROLES } from "../../core/types";
import { Day, Flag, Hash, Instant, Month, OrNull, Real, Revision, Text, Whole } from "./parts";

export const MODES = ["registered", "back-test"] as const;
const Head = { revision: Revision, headHash: Hash };

export const CodebookEntry = v.object({
  key: Text,
  label: Text,
  score: Real,
  anchor: Text,
  facets: v.optional(v.record(Text, Text)),
});
export const StateLevel = v.object({ key: Text, label: Text, value: Real });
export const Horizon = v.object({ key: Text, label: Text, until: v.nullable(Month) });
export const Source = v.object({ title: Text, author: Text, outlet: Text, published: Text });
export const Weights = {
  credibilityWeights: v.object({ "1": Real, "2": Real, "3": Real, "4": Real, "5": Real }),
  reliabilityWeights: v.object({ A: Real, B: Real, C: Real, D: Real, E: Real, F: Real }),
};

const Indicator = v.object({
  key: Text,
  label: Text,
  description: Text,
  kind: v.picklist(INDICATOR_KINDS),
  role: v.picklist(ROLES),
  relevance: Real,
  unit: Text,
  order: Real,
  colour: Text,
  pattern: Text,
  codebook: v.array(CodebookEntry),
  states: v.optional(v.array(StateLevel)),
  fullScale: v.optional(Real),
});

export const Registration = v.object({
  format: v.literal("scenario-pack"),
  version: Whole,
  slug: Text,
  title: Text,
  claim: Text,
  source: Source,
  mode: v.picklist(MODES),
  registeredOn: Day,
  codedOn: v.optional(Day),
  baselineMonths: Whole,
  horizons: v.array(Horizon),
  halfLifeMonths: Real,
  materialRise: Real,
  alpha: Real,
  ...Weights,
  indicators: v.array(Indicator),
});

export const RegisteredAnswer = v.object({ ...Registration.entries, ...Head });

const Summary = v.object({
  slug: Text,
  title: Text,
  version: Whole,
  claim: Text,
  mode: v.picklist(MODES),
  registeredOn: Day,
  ...Head,
});
export const ScenariosAnswer = v.object({ scenarios: v.array(Summary) });

const Counts = v.object(v.entriesFromList(ENTRY_KINDS, v.optional(Whole)));
export const UndoOffer = v.object({
  revision: OrNull.whole,
  at: v.nullable(Instant),
  reason: Text,
  entries: Counts,
  refs: v.array(Text),
  possible: Flag,
  problem: Text,
});
export const UndoAnswer = v.object({
  revision: Revision,
  undone: v.object({ revision: Revision, at: Instant, reason: Text, entries: Counts }),
});

export const RedactionPlace = v.object({
  place: Text,
  kind: v.picklist([...ENTRY_KINDS, "link", "commit"]),
  of: v.array(Text),
  field: Text,
  repeats: v.array(Text),
  excerpt: Text,
  state: v.picklist(["removed", "kept", "fixed"]),
});

export const RedactionAnswer = v.object({
  revision: v.nullable(Revision),
  fields: v.array(Text),
  links: Whole,
  rewritten: v.array(v.object({ id: Text, title: Text })),
  places: v.array(RedactionPlace),
  more: Flag,
});
