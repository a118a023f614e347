import { h } from "../lib/dom";

/** A numbered part of a form that stands on one page. */
export function step(number: number, title: string, ...content: Node[]): HTMLElement {
  const id = `share-step-${number}`;
  return h(
    "section",
    { class: "share-step stack", "aria-labelledby": id },
    h("h2", { id }, h("span", { class: "step-number", "aria-hidden": "true" }, number), title),
    ...content,
  );
}
