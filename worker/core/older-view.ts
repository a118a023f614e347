import { testedMonths } from "./coverage";
import { testedThen } from "./horizon-verdicts";
import type { TestedMonths } from "./verdict-types";
import type { ScenarioView, ViewProposition } from "./view-types";

/** What releases before 0.2.0 did not say of a claim yet. */
const CLAIM_OF_BEFORE: Pick<
  ViewProposition,
  "locator" | "referenceClass" | "articleCue" | "baseRate" | "noBaseRate" | "now" | "evidence" | "series"
> = {
  locator: "",
  referenceClass: null,
  articleCue: "",
  baseRate: 0.5,
  noBaseRate: true,
  now: null,
  evidence: [],
  series: [],
};

/** What a view lacks that was frozen before its member was thought of: said as not known, never as a nought. */
const VIEW_OF_BEFORE: Pick<ScenarioView, "articleScores" | "said" | "recordingLag" | "note"> = {
  articleScores: { resolved: 0, outright: 0, rows: [], notScored: [], mean: null },
  said: { since: null, months: [] },
  recordingLag: null,
  note: null,
};

/** By the span of the test: months from before the first event are not among the view's. */
function testedOf(verdict: ScenarioView["verdicts"][number], months: ScenarioView["months"]): TestedMonths {
  const covered = months.flatMap((month) => (month.covered ? [month.month] : []));
  return testedThen({ ...verdict, ...testedMonths(verdict, covered) });
}

/**
 * A stored view of any release as this one's pages read it: members that its release did not know are filled with "not
 * known", or with what its other members say. Its bytes, and so its hash, are not touched. A view of this release comes
 * back equal.
 *
 * @example completeView(a view of 0.1.0).said // { since: null, months: [] }
 */
export function completeView(stored: ScenarioView): ScenarioView {
  const propositions = stored.propositions.map((claim) => ({ ...CLAIM_OF_BEFORE, ...claim }));
  const verdicts = stored.verdicts.map((verdict) => ({ ...testedOf(verdict, stored.months), ...verdict }));
  return { ...VIEW_OF_BEFORE, ...stored, verdicts, propositions };
}
