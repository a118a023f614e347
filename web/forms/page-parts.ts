/** Pieces that several of the form pages show. */
import type { PageData } from "../../worker/contract/page";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";

/** Instead of a form, for somebody who may only read. */
export function readersNote(page: PageData, action: string): HTMLElement {
  return h(
    "div",
    { class: "notice info" },
    h("p", {}, `You are signed in as a reader, so you cannot ${action}. Ask the owner of this Signpost for the right.`),
    h("p", {}, h("a", { href: scenarioPath(page.slug) }, "Back to the dashboard")),
  );
}

export interface Message {
  element: HTMLElement;
  show(kind: "success" | "danger" | "warning" | "info", ...content: (Node | string)[]): void;
  clear(): void;
}

/** A place for one message that is read out when it changes. */
export function messagePlace(): Message {
  const element = h("div", { role: "status", tabindex: -1, hidden: true });
  return {
    element,
    show(kind, ...content) {
      element.className = `notice ${kind}`;
      element.setAttribute("role", kind === "danger" ? "alert" : "status");
      element.replaceChildren(...content.map((part) => (typeof part === "string" ? h("p", {}, part) : part)));
      element.hidden = false;
    },
    clear() {
      element.hidden = true;
      element.replaceChildren();
    },
  };
}

/** Runs a button's work once at a time: a second press while it runs does nothing. */
export function whileBusy(
  button: HTMLButtonElement,
  busyLabel: string,
  work: () => Promise<void>,
): () => Promise<void> {
  const label = button.textContent ?? "";
  return async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    button.textContent = busyLabel;
    try {
      await work();
    } finally {
      button.removeAttribute("aria-disabled");
      button.textContent = label;
    }
  };
}
