import { type ActClass, type Acts, actsOf, className } from "../../worker/core/acts";
import { sum } from "../../worker/core/numbers";
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { formatNumber } from "../lib/format";
import { colourOf, patternsOf } from "./acts";
import { dayAt, timeAxis } from "./axis";
import type { Bar, Figure } from "./figure";

/** Of the months that a year has on the axis, kept free on each side of its bar. */
const GAP = 0.9;

/** Weights are the same above the line and below it, so their names need the side. */
function nameOf(one: ActClass, { by }: Acts): string {
  return by === "weight" ? `${one.who}, ${one.sign > 0 ? "warming" : "cooling"}` : className(one);
}

/** Events by year as bars: what points to warming up, what fell through or points to cooling down. */
export function actsFigure(view: ScenarioView, indicator: ViewIndicator): Figure {
  const axis = timeAxis(view);
  const acts = actsOf(indicator);
  const patterns = patternsOf(acts);
  const colour = colourOf(indicator);
  const [first, last] = [-0.5, axis.length - 0.5];
  const span = (year: string): [number, number] => [
    Math.max(first, dayAt(axis, `${year}-01`)),
    Math.min(last, dayAt(axis, `${Number(year) + 1}-01`)),
  ];
  const points = Map.groupBy(view.months, ({ month }) => month.slice(0, 4));
  const pointsOf = (year: string): number => sum((points.get(year) ?? []).map((of) => of.points[indicator.key] ?? 0));
  const bars = acts.years.flatMap(({ year, counts }): Bar[] => {
    const [from, to] = span(year);
    const gap = Math.min(GAP, (to - from) / 4);
    const stack = (side: 1 | -1): Bar[] => {
      let reached = 0;
      const parts = acts.classes.flatMap(({ sign }, order): Bar[] => {
        const n = counts[order] ?? 0;
        if (n === 0 || sign !== side) return [];
        const y: [number, number] = [reached, reached + sign * n];
        reached = y[1];
        return [{ x: [from + gap, to - gap], y, colour, pattern: patterns[order] ?? "solid" }];
      });
      // The sum stands at the far end of the last one.
      return parts.map((part, order) =>
        order === parts.length - 1 ? { ...part, value: String(Math.abs(reached)) } : part,
      );
    };
    return [...stack(1), ...stack(-1)];
  });
  const said = (counts: number[]): string => {
    const parts = acts.classes.flatMap((one, order) => (counts[order] ? `${counts[order]} ${nameOf(one, acts)}` : []));
    return parts.length === 0 ? "none" : parts.join("; ");
  };
  const scored = indicator.relevance !== 0;
  return {
    label: `Bars of ${indicator.label} by year; the counts are in the table below.`,
    colour,
    shared: true,
    marksOnly: false,
    table: {
      caption: `${indicator.label}: events by calendar year.`,
      columns: [
        { text: "Year" },
        ...acts.classes.map((one) => ({ text: nameOf(one, acts), number: true })),
        ...(acts.aside.length > 0 ? [{ text: "not drawn", number: true }] : []),
        ...(scored ? [{ text: "points", number: true }] : []),
      ],
      rows: acts.years.map(({ year, counts, aside }) => {
        const [from, to] = span(year);
        return {
          x: (from + to) / 2,
          span: [from, to],
          cells: [
            year,
            ...counts.map(String),
            ...(acts.aside.length > 0 ? [String(aside)] : []),
            ...(scored ? [formatNumber(pointsOf(year))] : []),
          ],
          words: `${year}: ${said(counts)}${scored ? `; ${formatNumber(pointsOf(year))} points` : ""}`,
          opens: {
            title: `${indicator.label}, ${year}`,
            from: `${year}-01`,
            to: `${year}-12`,
            indicator: indicator.key,
          },
        };
      }),
    },
    scene: () => ({ x: { kind: "time", axis }, y: { kind: "value", whole: true }, bars }),
  };
}
