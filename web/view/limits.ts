import { lagSentence } from "../../worker/core/recording-lag";
import { sourceNoun } from "../../worker/core/sentences";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";

/** Only what these figures could be thought to tell: where there are none, nothing is to be doubted. */
export function limitSentences(view: ScenarioView): string[] {
  const { months, covered, inferred } = view.coverage;
  const logged = view.eventsCounted > 0;
  const all: (string | false)[] = [
    view.mode === "back-test" &&
      "This is a back-test: the rules and the coding were made afterwards, with the outcomes known. It shows the method at work; it is no proof of foresight.",
    months > covered &&
      `${countOf(months - covered, "month")} of ${months} were not looked at. They are left out: they count neither as quiet nor as busy.`,
    lagSentence(view) ?? false,
    inferred > 0 && `For ${countOf(inferred, "month")} it is inferred, not searched, that nothing happened.`,
    logged &&
      "Cooperation is reported more often than its absence, and a memorandum is logged when it is signed, not when it lapses.",
    logged && "The band around the index covers doubtful sources only, not wrong codes and not missed events.",
    logged && "Scores come from a published scale that is blunt: a signed promise can outrank a visit.",
    // Where nothing is compared with it there is no yardstick to doubt.
    view.level.word !== "not judged" &&
      `One year before the ${sourceNoun(view)} is a fragile yardstick: that is why every twelve months since are drawn beside it.`,
    logged &&
      `An event loses half of its points in ${countOf(view.halfLifeMonths, "month")}. The index says how warm it is now, not whether it changed.`,
  ];
  return all.filter((sentence) => sentence !== false);
}

/** What these figures cannot tell, in plain words. */
export function limits(view: ScenarioView): HTMLElement {
  return h(
    "section",
    { class: "stack", "aria-labelledby": "limits-title" },
    h("h2", { id: "limits-title" }, "What this cannot tell you"),
    h("ul", { class: "limits long" }, ...limitSentences(view).map((sentence) => h("li", {}, sentence))),
  );
}
