import { largestRemainder } from "../../worker/core/largest-remainder";
import { countLabel } from "../../worker/core/labels";
import { sum } from "../../worker/core/numbers";
import type { Contribution, ScenarioView } from "../../worker/core/view-types";
import { movementSentence } from "../../worker/core/why-sentences";
import { h } from "../lib/dom";
import { formatDateShort, formatSigned } from "../lib/format";
import { userText } from "../lib/user-text";
import type { EventHref } from "./events";
import { typeset } from "./words";

/** So many of each group are named; the rest is one line. */
const NAMED = 12;

interface Line {
  /** Null: the smaller ones together. */
  contribution: Contribution | null;
  /** Points to two decimals, rounded so that all lines add up. */
  shown: number;
}

interface Group {
  title: string;
  lines: Line[];
  total: number;
}

export interface Sums {
  groups: Group[];
  named: number;
  /** Too small to be named. */
  smaller: number;
  total: number;
}

/**
 * The index as a sum: the largest contributions, direct dealings and reasons to expect warming apart, the smaller ones of
 * each in one line. Rounded by largest remainder, so the shown numbers add up to the shown index.
 */
export function sumsOf(
  view: Pick<ScenarioView, "contributions" | "contributionCount" | "indicators" | "index" | "directIndex">,
): Sums {
  const direct = new Set(view.indicators.filter(({ role }) => role === "direct").map(({ key }) => key));
  const sides = [
    { title: "Direct dealings", whole: view.directIndex, isDirect: true },
    { title: "Reasons to expect warming", whole: view.index - view.directIndex, isDirect: false },
  ];
  const exact = sides.map(({ title, whole, isDirect }) => {
    const named = view.contributions.filter(({ indicator }) => direct.has(indicator) === isDirect).slice(0, NAMED);
    const rest = whole - sum(named.map(({ value }) => value));
    const lines = named.map((contribution) => ({ contribution, value: contribution.value }));
    // Below a millionth it is rounding, and no contribution.
    return { title, lines: Math.abs(rest) < 1e-6 ? lines : [...lines, { contribution: null, value: rest }] };
  });
  const rounded = largestRemainder(exact.flatMap(({ lines }) => lines.map(({ value }) => value)));
  let at = 0;
  const groups = exact
    .map(({ title, lines }): Group => {
      const shown = lines.map(({ contribution }) => ({ contribution, shown: rounded[at++] ?? 0 }));
      return { title, lines: shown, total: sum(shown.map((line) => line.shown)) };
    })
    .filter(({ lines }) => lines.length > 0);
  const named = sum(groups.map(({ lines }) => lines.filter(({ contribution }) => contribution).length));
  return { groups, named, smaller: view.contributionCount - named, total: sum(groups.map(({ total }) => total)) };
}

function nameOf(view: ScenarioView, contribution: Contribution | null, href: EventHref): (Node | string)[] {
  if (!contribution) return [h("em", {}, "all smaller ones")];
  const title = userText(contribution.title);
  const { id, date, indicator } = contribution;
  const label = view.indicators.find(({ key }) => key === indicator)?.label ?? indicator;
  const about = date === null ? "while it lasted" : `${formatDateShort(date)}, ${label}`;
  return [
    id !== null && href ? h("a", { href: href(id) }, title) : title,
    h("span", { class: "small muted" }, ` ${about}`),
  ];
}

function row(name: (Node | string)[], value: number, className: string | null = null): HTMLElement {
  return h(
    "tr",
    { class: className },
    h("th", { scope: "row" }, ...name),
    h("td", { class: "number" }, formatSigned(value, 2)),
  );
}

/** Why the index stands where it stands: an addition, and what moved since last month. */
export function whyPanel(view: ScenarioView, href: EventHref): HTMLElement {
  const { groups, named, smaller, total } = sumsOf(view);
  const movement = movementSentence(view);
  if (groups.length === 0) return h("p", {}, "Nothing adds to the index yet: it stands at 0.");
  const count = `${countLabel(named, "contribution")}${smaller > 0 ? ` and ${smaller} smaller ones` : ""}`;
  return h(
    "div",
    { class: "stack" },
    movement && h("p", {}, typeset(movement)),
    h(
      "table",
      { class: "sums" },
      h("caption", {}, "What each event still adds, after fading. The lines add up to the index."),
      h(
        "thead",
        {},
        h("tr", {}, h("th", { scope: "col" }, "What"), h("th", { scope: "col", class: "number" }, "Points")),
      ),
      ...groups.map((group) =>
        h(
          "tbody",
          {},
          h("tr", { class: "group" }, h("th", { scope: "rowgroup", colspan: 2 }, group.title)),
          ...group.lines.map(({ contribution, shown }) => row(nameOf(view, contribution, href), shown)),
          row([`${group.title}, together`], group.total, "total"),
        ),
      ),
      h("tfoot", {}, row([`Index: ${count}`], total, "total")),
    ),
  );
}
