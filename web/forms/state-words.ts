/** What a state indicator is in, in words: the form shows it beside the new state. */
import { lowerFirst, spanLabel } from "../../worker/core/labels";
import { firstDayOf } from "../../worker/core/months";
import type { ValidDate } from "../../worker/core/types";
import type { StateSpan, ViewIndicator } from "../../worker/core/view-types";
import { formatDate } from "../lib/format";

type Stated = Pick<ViewIndicator, "states" | "spans">;

function inWords({ states }: Stated, span: StateSpan): string {
  const label = states.find(({ key }) => key === span.state)?.label ?? span.state;
  return `${lowerFirst(label)} ${spanLabel(span)}`;
}

/** "Now: closed since 26 November 2011." */
export function nowInWords(indicator: Stated): string {
  const span = indicator.spans.at(-1);
  return span ? `Now: ${inWords(indicator, span)}.` : "Nothing is recorded yet.";
}

/** What held on an earlier day, where that is not what holds now; "" otherwise. */
export function thenInWords(indicator: Stated, date: ValidDate): string {
  const day = firstDayOf(date);
  const span = indicator.spans.findLast(({ from }) => firstDayOf(from) <= day);
  if (!span) return `Nothing is recorded for ${formatDate(date)}.`;
  return span === indicator.spans.at(-1)
    ? ""
    : `${date.length === 7 ? "In" : "On"} ${formatDate(date)}: ${inWords(indicator, span)}.`;
}
