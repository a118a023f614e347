import type { ScenarioView, ViewAmount, ViewIndicator } from "../../worker/core/view-types";
import { formatDate, formatUsd } from "../lib/format";
import { ROW_HEIGHT, scopeLabel, shapeOf, stageOf, stages } from "./amounts";
import { pointAt, timeAxis } from "./axis";
import type { Figure } from "./figure";
import { QUIET, rowScale, timeScale } from "./scales";

/** Area grows with the amount, between a dot that can be hit and a disc that leaves room for others. */
function radius(amount: ViewAmount): number {
  return Math.min(13, Math.max(5, 4 * Math.sqrt(amount.amountUsd / 1e9)));
}

/** Dated amounts by stage and scope. They often recast one project, so they are never added up. */
export function amountFigure(view: ScenarioView, indicator: ViewIndicator): Figure {
  const axis = timeAxis(view);
  const rows = stages(indicator);
  return {
    label: `Dated amounts of ${indicator.label} by stage; the amounts are in the table below.`,
    colour: indicator.colour,
    marks: [],
    band: null,
    values: [],
    ranges: [],
    table: {
      caption: `${indicator.label}: amounts as reported, in US dollars. They overlap and are not added up.`,
      columns: [
        { text: "Date" },
        { text: "Stage", bare: true },
        { text: "Amount", number: true, bare: true },
        { text: "Kind", bare: true },
        { text: "What", bare: true },
      ],
      rows: indicator.amounts.map((amount) => ({
        x: pointAt(axis, amount.date),
        cells: [
          formatDate(amount.date),
          stageOf(indicator, amount.code),
          formatUsd(amount.amountUsd),
          scopeLabel(amount),
          amount.title,
        ],
      })),
    },
    config: (theme, width) => ({
      type: "line",
      data: {
        datasets: [
          {
            data: indicator.amounts.map((amount) => ({
              x: pointAt(axis, amount.date),
              y: rows.indexOf(stageOf(indicator, amount.code)),
            })),
            showLine: false,
            clip: false,
            pointRadius: indicator.amounts.map(radius),
            pointHoverRadius: indicator.amounts.map(radius),
            pointStyle: indicator.amounts.map((amount) => shapeOf(amount).style),
            // Thin enough to see a mark behind another; hollow for what is no dealing between the two.
            pointBackgroundColor: indicator.role === "direct" ? `${theme.colour(indicator.colour)}88` : "transparent",
            pointBorderColor: theme.colour(indicator.colour),
            pointBorderWidth: 1.5,
          },
        ],
      },
      options: {
        ...QUIET,
        parsing: false,
        scales: { x: timeScale(axis, theme, width), y: rowScale(theme, rows, ROW_HEIGHT) },
      },
    }),
  };
}
