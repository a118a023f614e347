import type { ScenarioView, StateSpan, ViewIndicator } from "../../worker/core/view-types";
import { formatDate } from "../lib/format";
import { dayAt, timeAxis } from "./axis";
import type { Figure } from "./figure";
import { blankScale, QUIET, timeScale } from "./scales";
import { stateLabel, statePattern } from "./states";

/** A state as a band over time: which one held from when to when. */
export function stateFigure(view: ScenarioView, indicator: ViewIndicator): Figure {
  const axis = timeAxis(view);
  const end = Math.max(0.5, Math.min(axis.length - 0.5, dayAt(axis, view.asOf)));
  // `to` is the last day on which the state held, so the band reaches to the end of that day.
  const stretch = (span: StateSpan): [number, number] => [
    Math.max(-0.5, dayAt(axis, span.from)),
    span.to === null ? end : Math.min(end, dayAt(axis, span.to) + 1 / 31),
  ];
  return {
    label: `Band of the state of ${indicator.label} over time; the dates are in the table below.`,
    colour: indicator.colour,
    marks: [],
    band: null,
    values: [],
    ranges: [],
    table: {
      caption: `${indicator.label}: states with the days on which they began and ended.`,
      columns: [{ text: "State" }, { text: "First day" }, { text: "Last day" }],
      rows: indicator.spans.map((span) => ({
        x: dayAt(axis, span.from),
        cells: [
          stateLabel(indicator, span.state),
          formatDate(span.from),
          span.to === null ? "still" : formatDate(span.to),
        ],
      })),
    },
    config: (theme, width) => ({
      type: "bar",
      data: {
        datasets: [
          {
            data: indicator.spans.map((span) => ({ x: stretch(span), y: 0 })),
            backgroundColor: indicator.spans.map((span) =>
              theme.fill(indicator.colour, statePattern(indicator, span.state)),
            ),
            borderColor: theme.colour(indicator.colour),
            borderWidth: 1,
            borderSkipped: false,
            barThickness: 26,
          },
        ],
      },
      options: {
        ...QUIET,
        indexAxis: "y",
        scales: {
          x: timeScale(axis, theme, width),
          y: blankScale(),
        },
      },
    }),
  };
}
