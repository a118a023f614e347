import { h } from "../lib/dom";

/** The heading of a numbered part of a form that stands on one page; `id` is what the part is labelled by. */
export function stepTitle(number: number, title: string, id: string): HTMLElement {
  return h(
    "h2",
    { class: "step-title", id },
    h("span", { class: "step-number", "aria-hidden": "true" }, number),
    title,
  );
}
