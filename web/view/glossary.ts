/** One line for every special term of the page. Loaded when the first of them is asked for. */
import { countLabel } from "../../worker/core/labels";
import { sourceNoun } from "../../worker/core/sentences";
import type { ScenarioView } from "../../worker/core/view-types";

export interface Entry {
  term: string;
  text: string;
}

/** The explanations, with the scenario's own numbers in them. */
export function glossary(view: ScenarioView) {
  const { materialRise, halfLifeMonths } = view;
  const before = `before the ${sourceNoun(view)}`;
  return {
    index: {
      term: "Index",
      text: `All points so far, each fading by half every ${countLabel(halfLifeMonths, "month")}. It says how warm it is now; 0 means nothing recent either way. It is never tested for a trend.`,
    },
    points: {
      term: "Points",
      text: "What an event is worth in its month: the score of its kind, times how far its report is believed, times how much its indicator counts.",
    },
    level: {
      term: "Level",
      text: `Direct dealings of the last 12 months against the 12 ${before}. Above or below only if the difference is larger than doubtful sources could make it.`,
    },
    baseline: {
      term: "Baseline",
      text: `The 12 months ${before}: the yardstick for later years. One year is a fragile one.`,
    },
    rise: {
      term: "Material rise (D)",
      text: `${materialRise} points a month more at the end of the tested months than at their start: the least rise that would matter, fixed before the test.`,
    },
    range: {
      term: "90 % range",
      text: "Where the true change lies with 90 % confidence, if chance from month to month is all that blurs it. Wholly above 0: a real rise.",
    },
    check: {
      term: "Variation, or check",
      text: "The same events tested again with one assumption changed. All share one list of events, so they are no independent proofs; three quarters must agree.",
    },
    covered: {
      term: "Looked at (covered)",
      text: "A month with at least one logged event, or with somebody's word that they looked. Only such months are tested; others are missing, not quiet.",
    },
    attested: {
      term: "Attested",
      text: "Somebody stated that the month was looked at and nothing was found. Inferred: that was concluded when a file was made, without a search of that month.",
    },
    driver: {
      term: "Reason to expect warming (driver)",
      text: "Something that could push the two sides together, but is not itself a dealing between them. It counts only in part and is shown apart.",
    },
    grade: {
      term: "Admiralty grade",
      text: "A letter for the source (A reliable to E unreliable, F unknown) and a number for the report (1 confirmed to 5 improbable, 6 cannot be judged).",
    },
    band: {
      term: "Source band",
      text: "How far the index could lie off if some reports are untrue, by their grades. It does not cover wrong scores or missed events.",
    },
    "back-test": {
      term: "Back-test",
      text: "Rules and coding were made after the outcomes were known. It shows how the method works; it proves no foresight.",
    },
    interim: {
      term: "Interim and recomputed",
      text: "Interim: the period still runs, so the verdict can change. Closed, recomputed: the period is over, and its verdict is worked out from the records of today. Only a frozen link keeps what was said then.",
    },
  } satisfies Record<string, Entry>;
}

export type Term = keyof ReturnType<typeof glossary>;
