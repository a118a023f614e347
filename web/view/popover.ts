import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { glossary, type Term } from "./glossary";

const MARGIN = 8;

/** Under its term, within the page; the popover's own layer lies above everything else. */
function place(popover: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const most = document.documentElement.clientWidth - popover.offsetWidth - MARGIN;
  popover.style.left = `${scrollX + Math.max(MARGIN, Math.min(at.left, most))}px`;
  popover.style.top = `${scrollY + at.bottom + 4}px`;
}

/** Explains a term for the first time: later clicks open and close what is made here. */
export function openTerm(button: HTMLButtonElement, term: Term, view: ScenarioView): void {
  const entry = glossary(view)[term];
  const popover = h(
    "span",
    { class: "gloss", popover: "auto", role: "status" },
    h("strong", {}, `${entry.term}. `),
    entry.text,
  );
  popover.addEventListener("toggle", (event) => {
    if (event instanceof ToggleEvent && event.newState === "open") place(popover, button);
  });
  button.after(popover);
  // From here on the browser opens and closes it, with Escape and a click beside it as well.
  button.popoverTargetElement = popover;
  popover.showPopover();
}
