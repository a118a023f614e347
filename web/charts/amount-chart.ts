import type { ScenarioView, ViewAmount, ViewIndicator } from "../../worker/core/view-types";
import { formatDate, formatUsd } from "../lib/format";
import { colourOf } from "./acts";
import { scopeLabel, shapeOf, stageOf, stages } from "./amounts";
import { pointAt, timeAxis } from "./axis";
import type { Figure } from "./figure";

/** Area grows with the amount, between a dot that can be hit and a disc that leaves room for others. */
function radius(amount: ViewAmount): number {
  return Math.min(12, Math.max(4.5, 3.6 * Math.sqrt(amount.amountUsd / 1e9)));
}

/** How many of the largest amounts are written beside their marks. */
const NAMED = 3;

/** Dated amounts by stage and scope. They often recast one project, so they are never added up. */
export function amountFigure(view: ScenarioView, indicator: ViewIndicator): Figure {
  const axis = timeAxis(view);
  const rows = stages(indicator);
  const colour = colourOf(indicator);
  const place = (amount: ViewAmount): { x: number; y: number } => ({
    x: pointAt(axis, amount.date),
    y: rows.indexOf(stageOf(indicator, amount.code)),
  });
  return {
    label: `Dated amounts of ${indicator.label} by stage; the amounts are in the table below.`,
    colour,
    shared: true,
    marksOnly: true,
    table: {
      caption: `${indicator.label}: amounts as reported, in US dollars. They overlap and are not added up.`,
      columns: [
        { text: "Date" },
        { text: "Stage", bare: true },
        { text: "Amount", number: true, bare: true },
        { text: "Kind", bare: true },
        { text: "What", bare: true },
        { text: "Since then", bare: true },
      ],
      rows: indicator.amounts.map((amount) => ({
        ...place(amount),
        cells: [
          formatDate(amount.date),
          stageOf(indicator, amount.code),
          formatUsd(amount.amountUsd),
          scopeLabel(amount),
          amount.title,
          amount.unmoved ? "no later amount (\u2020)" : "",
        ],
        opens: {
          title: `${formatUsd(amount.amountUsd)}, ${formatDate(amount.date)}`,
          from: amount.date,
          to: amount.date,
          indicator: indicator.key,
          events: [amount],
        },
      })),
    },
    scene: () => ({
      x: { kind: "time", axis },
      y: { kind: "rows", names: rows },
      notes: indicator.amounts
        .toSorted((a, b) => b.amountUsd - a.amountUsd)
        .slice(0, NAMED)
        .map((amount) => ({ ...place(amount), lines: [formatUsd(amount.amountUsd)], clear: radius(amount) + 4 })),
      dots: indicator.amounts.map((amount) => ({
        ...place(amount),
        shape: shapeOf(amount).shape,
        radius: radius(amount),
        colour,
        fill: amount.unmoved ? "paper" : "half",
        ...(amount.unmoved ? { sign: "\u2020" } : {}),
      })),
    }),
  };
}
