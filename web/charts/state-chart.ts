import { spanLabel } from "../../worker/core/labels";
import { monthOf } from "../../worker/core/months";
import type { ScenarioView, StateSpan, ViewIndicator } from "../../worker/core/view-types";
import { formatDate, formatDateShort } from "../lib/format";
import { colourOf } from "./acts";
import { dayAt, timeAxis } from "./axis";
import type { Figure } from "./figure";
import { shorten } from "./shorten";
import { stateLabel, statePattern } from "./states";

/** Height of the band in a chart of height 1. */
const BAND: [number, number] = [-0.36, 0.36];

/** Characters of a name that a narrow band has room for. */
const SHORT = 12;

/** A state as a band over time: which one held from when to when, and since when the last one does. */
export function stateFigure(view: ScenarioView, indicator: ViewIndicator): Figure {
  const axis = timeAxis(view);
  const colour = colourOf(indicator);
  const end = Math.max(0.5, Math.min(axis.length - 0.5, dayAt(axis, view.asOf)));
  // `to` is the last day on which the state held, so the band reaches to the end of that day. A state of long ago may have
  // ended before the picture begins.
  const stretch = (span: StateSpan): [number, number] => [
    Math.max(-0.5, dayAt(axis, span.from)),
    span.to === null ? end : Math.max(-0.5, Math.min(end, dayAt(axis, span.to) + 1 / 31)),
  ];
  const isDrawn = (span: StateSpan): boolean => stretch(span)[1] > -0.5;
  const words = (span: StateSpan): string[] => {
    const label = stateLabel(indicator, span.state);
    if (span.to !== null) return [label];
    const since = formatDateShort(monthOf(span.from));
    return [
      `${label} since ${formatDate(monthOf(span.from))}`,
      `${label} since ${since}`,
      label,
      // A date alone would not say what holds since then.
      shorten(label, SHORT),
    ];
  };
  return {
    label: `Band of the state of ${indicator.label} over time; the dates are in the table below.`,
    colour,
    shared: true,
    marksOnly: false,
    table: {
      caption: `${indicator.label}: states with the days on which they began and ended.`,
      columns: [{ text: "State" }, { text: "First day" }, { text: "Last day" }],
      rows: indicator.spans.map((span) => {
        const [from, to] = stretch(span);
        const label = stateLabel(indicator, span.state);
        return {
          x: (from + to) / 2,
          span: [from, to],
          cells: [label, formatDate(span.from), span.to === null ? "still" : formatDate(span.to)],
          opens: {
            title: `${indicator.label}: ${label} ${spanLabel(span)}`,
            from: span.from,
            to: span.from,
            indicator: indicator.key,
          },
        };
      }),
    },
    scene: () => ({
      x: { kind: "time", axis },
      y: { kind: "none" },
      bars: indicator.spans.filter(isDrawn).map((span) => ({
        x: stretch(span),
        y: BAND,
        colour,
        pattern: statePattern(indicator, span.state),
        words: words(span),
      })),
    }),
  };
}
