import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { pointAt, timeAxis } from "./axis";
import type { Figure } from "./figure";
import { QUIET, timeScale, valueScale } from "./scales";
import { partners, type YearCounts, yearCounts } from "./year-counts";

/** Acts per year as stacked counts; those done with somebody are solid, those done alone outlined. */
export function countFigure(view: ScenarioView, indicator: ViewIndicator): Figure {
  const axis = timeAxis(view);
  const years = yearCounts(indicator);
  const at = (year: string) => pointAt(axis, `${year}-07-01`);
  const joint = `With ${partners(indicator).join(" or ")}`;
  return {
    label: `Bar chart of ${indicator.label} by year; the counts are in the table below.`,
    colour: indicator.colour,
    marks: [],
    band: null,
    values: [],
    ranges: [],
    table: {
      caption: `${indicator.label} by calendar year. The last column counts announcements and the like; it is not drawn.`,
      columns: [
        { text: "Year" },
        { text: joint, number: true },
        { text: "Alone", number: true },
        { text: "Other entries", number: true },
      ],
      rows: years.map((year) => ({
        x: at(year.year),
        cells: [year.year, String(year.joint), String(year.alone), String(year.other)],
      })),
    },
    config: (theme, width) => {
      const bars = (pick: (year: YearCounts) => number, pattern: "solid" | "outline") => ({
        data: years.map((year) => ({ x: at(year.year), y: pick(year) })),
        backgroundColor: theme.fill(indicator.colour, pattern),
        borderColor: theme.colour(indicator.colour),
        borderWidth: 1.25,
        maxBarThickness: 30,
        categoryPercentage: 0.9,
        barPercentage: 0.9,
      });
      const y = valueScale(theme);
      return {
        type: "bar",
        data: { datasets: [bars((year) => year.joint, "solid"), bars((year) => year.alone, "outline")] },
        options: {
          ...QUIET,
          scales: {
            x: { ...timeScale(axis, theme, width), stacked: true },
            y: { ...y, stacked: true, beginAtZero: true },
          },
        },
      };
    },
  };
}
