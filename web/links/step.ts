import { stepTitle } from "../forms/step-title";
import { h } from "../lib/dom";

/** A numbered part of a form that stands on one page. */
export function step(number: number, title: string, ...content: Node[]): HTMLElement {
  const id = `share-step-${number}`;
  return h("section", { class: "share-step stack", "aria-labelledby": id }, stepTitle(number, title, id), ...content);
}
