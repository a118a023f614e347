/** The probability of a proposition over time: pure values for the chart code, which is loaded later. */
import { clipped } from "../../worker/core/probability";
import { percentLabel, probabilityLabel } from "../../worker/core/proposition-labels";
import { firstDayOf, monthOf, monthsBetween } from "../../worker/core/months";
import type { ViewProposition } from "../../worker/core/view-types";
import { dayAt, type TimeAxis } from "../charts/axis";
import type { Dot, Figure, Rule } from "../charts/figure";
import { NARROW } from "../charts/drawing";
import { formatDate } from "../lib/format";

type Source = Pick<ViewProposition, "series" | "evidence" | "outcome" | "deadline">;

/** From the first month of the series to the month in which it ends or is due, if that is near. */
export function axisOf({ series, deadline }: Pick<Source, "series" | "deadline">): TimeAxis {
  const origin = monthOf(series[0]?.day ?? deadline);
  const last = monthOf(series.at(-1)?.day ?? deadline);
  const length = monthsBetween(origin, last) + 1;
  const due = monthsBetween(origin, monthOf(deadline)) + 1;
  // A deadline years away would press the line into a corner.
  return { origin, length: due <= length * 2 ? Math.max(length, due) : length };
}

function rules({ outcome, deadline }: Source, axis: TimeAxis): Rule[] {
  const settled = outcome?.on ?? null;
  const due: Rule = { axis: "x", at: dayAt(axis, deadline), label: "deadline" };
  if (settled === null || settled === deadline) return [due];
  return [{ axis: "x", at: dayAt(axis, settled), label: `settled: ${outcome?.result ?? ""}` }];
}

/** The probability as a step line, thick, with a point where evidence came; the base rate under it, thin. */
export function probabilityFigure(proposition: Source): Figure {
  const { series, evidence } = proposition;
  const axis = axisOf(proposition);
  const arrived = series.map(({ day }) => evidence.filter(({ date }) => firstDayOf(date) === day));
  const points = (pick: (one: (typeof series)[number]) => number): { x: number; y: number }[] =>
    series.map((one) => ({ x: dayAt(axis, one.day), y: clipped(pick(one)) * 100 }));
  const until = (next: number): number => {
    const following = series[next];
    return following ? dayAt(axis, following.day) : axis.length - 0.5;
  };
  return {
    label: "Step line of the probability over time; the numbers are in the table below.",
    colour: null,
    shared: false,
    marksOnly: false,
    table: {
      caption: "Probability at the start, on each day with evidence, at each month-end and on the last day.",
      columns: [
        { text: "Day" },
        { text: "Probability", number: true },
        { text: "Base rate with the time left", number: true },
        { text: "Evidence of the day", bare: true },
      ],
      rows: series.map(({ day, probability, prior }, order) => ({
        x: dayAt(axis, day),
        y: clipped(probability) * 100,
        span: [dayAt(axis, day), until(order + 1)],
        cells: [
          formatDate(day),
          probabilityLabel(probability),
          percentLabel(prior),
          (arrived[order] ?? []).map(({ title }) => title).join("; ") || "none",
        ],
      })),
    },
    scene: (width) => ({
      x: { kind: "time", axis },
      y: { kind: "value", from: 0, to: 100 },
      lines: [
        { points: points(({ prior }) => prior), colour: "ink", width: 1.25, stepped: true },
        {
          points: points(({ probability }) => probability),
          colour: "accent",
          width: width < NARROW ? 2 : 3,
          stepped: true,
        },
      ],
      dots: points(({ probability }) => probability)
        .filter((_, order) => (arrived[order] ?? []).length > 0)
        .map((point): Dot => ({ ...point, shape: "circle", radius: 4.5, colour: "accent", fill: "paper" })),
      rules: rules(proposition, axis),
    }),
  };
}
