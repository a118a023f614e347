/** Dated amounts in rows by stage, with a shape for each scope: what the picture, its key and its table share. */
import { AMOUNT_SCOPES, type AmountScope } from "../../worker/core/types";
import type { ViewAmount, ViewIndicator } from "../../worker/core/view-types";
import { SCOPE_WORDS } from "../forms/words";

/** Pixels of a row: a line for the points and room for its name above them. */
export const ROW_HEIGHT = 38;

/** Shapes tell whose money or what kind of sum it is, the same in every picture. */
const SHAPES: Record<
  AmountScope,
  { style: "circle" | "rect" | "triangle" | "rectRot" | "star" | "crossRot" | "cross"; name: string }
> = {
  russian_money: { style: "circle", name: "Circle" },
  whole_project: { style: "rect", name: "Square" },
  other_lender: { style: "triangle", name: "Triangle" },
  contract: { style: "rectRot", name: "Diamond" },
  settlement: { style: "star", name: "Star" },
  aid: { style: "crossRot", name: "X" },
  trade_volume: { style: "cross", name: "Plus" },
};

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

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
  return sentenceCase(entry?.facets?.["step"] ?? entry?.label ?? code ?? "");
}

/**
 * The rows, firmest step first. Where the codebook has steps all are shown, so that an empty row says that nothing was,
 * for instance, delivered; without steps only those that occur.
 */
export function stages(indicator: ViewIndicator): string[] {
  const used = new Set(indicator.amounts.map((amount) => stageOf(indicator, amount.code)));
  const entries = indicator.codebook
    .filter((entry) => entry.facets?.["step"] !== undefined || used.has(stageOf(indicator, entry.key)))
    .toSorted((a, b) => b.score - a.score)
    .map((entry) => stageOf(indicator, entry.key));
  return [...new Set([...entries, ...used])];
}

/** The shapes that occur and what they stand for: the key to the picture. */
export function shapeKey(indicator: ViewIndicator): string[] {
  return [...new Set(indicator.amounts.map((amount) => `${shapeOf(amount).name}: ${scopeLabel(amount)}`))];
}
