/** What the event adds to the index over time: a sentence, a small chart, and its table. */
import { now } from "../lib/clock";
import { h } from "../lib/dom";
import { thisPage } from "../view/saved-page";
import { figureSlot, type Slot } from "../view/slot";
import { typeset } from "../view/words";
import { contributionFigure } from "./contribution-chart";
import { contributionOf, drawnShares } from "./contribution";
import type { Dossier } from "./dossier";
import { quiet, section } from "./section";

const HEADING = "Contribution over time";
/** Months; with fewer the sentence says it all. */
const WORTH_DRAWING = 3;

export function contributionSection({ view, event, indicator, blind }: Dossier): {
  element: HTMLElement;
  slots: Slot[];
} {
  const alone = (text: string) => ({ element: section("contribution", HEADING, quiet(text)), slots: [] });
  if (blind) return alone("Shown with the grade.");
  if (!indicator) return alone("Its indicator is no longer registered, so it adds nothing.");
  const { shares, sentence } = contributionOf(event, indicator, { ...view, now: now() });
  const drawn = drawnShares(shares);
  if (drawn.length < WORTH_DRAWING) return alone(sentence);
  const { element, slot } = figureSlot({
    heading: h("h2", { id: "contribution" }, HEADING),
    caption: typeset(sentence),
    mark: "month",
    page: thisPage(view),
    hint: "Point at or tap a month to read it.",
    height: 180,
    key: [],
    build: () => contributionFigure(drawn),
  });
  element.classList.add("plain-figure");
  return { element: h("section", { "aria-labelledby": "contribution" }, element), slots: [slot] };
}
