/** Dated amounts in rows by stage, with a shape for each scope: what the picture, its key and its table share. */
import { upperFirst } from "../../worker/core/labels";
import { AMOUNT_SCOPES, type AmountScope } from "../../worker/core/types";
import type { ViewAmount, ViewIndicator } from "../../worker/core/view-types";
import { SCOPE_WORDS } from "../forms/words";
import { visibleText } from "../lib/user-text";
import type { Shape } from "./figure";

/** Pixels of a row: a line for the points and room for its name above them. */
export const ROW_HEIGHT = 36;

/** Shapes tell whose money or what kind of sum it is, the same in every picture. */
const SHAPES: Record<AmountScope, { shape: Shape; name: string }> = {
  russian_money: { shape: "circle", name: "Circle" },
  whole_project: { shape: "square", name: "Square" },
  other_lender: { shape: "triangle", name: "Triangle" },
  contract: { shape: "diamond", name: "Diamond" },
  settlement: { shape: "star", name: "Star" },
  aid: { shape: "x", name: "X" },
  trade_volume: { shape: "plus", name: "Plus" },
};

function scopeOf(amount: ViewAmount): AmountScope | undefined {
  return AMOUNT_SCOPES.find((scope) => scope === amount.amountScope);
}

/** What kind of sum it is, in words. */
export function scopeLabel(amount: ViewAmount): string {
  const scope = scopeOf(amount);
  return scope ? SCOPE_WORDS[scope] : "kind not given";
}

/** Its mark; a circle where the kind was not given. */
export function shapeOf(amount: ViewAmount) {
  return SHAPES[scopeOf(amount) ?? "russian_money"];
}

/** The stage of an entry: its `step` facet, else its label. */
export function stageOf(indicator: ViewIndicator, code: string | null): string {
  const entry = indicator.codebook.find((candidate) => candidate.key === code);
  return visibleText(upperFirst(entry?.facets?.["step"] ?? entry?.label ?? code ?? ""));
}

/** The rows: the stages of the amounts, firmest first. */
export function stages(indicator: ViewIndicator): string[] {
  const used = new Set(indicator.amounts.map((amount) => stageOf(indicator, amount.code)));
  const ordered = indicator.codebook
    .toSorted((a, b) => b.score - a.score)
    .map(({ key }) => stageOf(indicator, key))
    .filter((stage) => used.has(stage));
  return [...new Set([...ordered, ...used])];
}

/** The steps of the codebook at which no amount was logged: said in one line instead of an empty row each. */
export function emptyStages(indicator: ViewIndicator): string[] {
  const used = new Set(stages(indicator));
  const steps = indicator.codebook.filter(({ facets }) => facets?.["step"] !== undefined);
  return [...new Set(steps.map(({ key }) => stageOf(indicator, key)))].filter((stage) => !used.has(stage));
}

/** The shapes that occur and what they stand for: the key to the picture. */
export function shapeKey(indicator: ViewIndicator): string[] {
  return [...new Set(indicator.amounts.map((amount) => `${shapeOf(amount).name}: ${scopeLabel(amount)}`))];
}
