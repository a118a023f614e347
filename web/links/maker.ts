/** The form that makes a link, and in its place what was made with it until another link is wanted. */
import type { LinkPreview, MadeLink } from "../../worker/contract/link-types";
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { madeLink } from "./made";
import { newLinkForm } from "./new-link";

/** Between the look and the link somebody may write to the log, or a day may end: then the two are not the same. */
function movedOn(link: MadeLink, looked: LinkPreview): HTMLElement | null {
  if (link.purpose === "live" || link.viewHash === looked.page.viewHash) return null;
  return h(
    "p",
    { class: "notice warning" },
    `While you looked, the log went on: the link shows revision ${link.revision}, you saw revision ${looked.view.revision}. See what it shows in the list below.`,
  );
}

export interface Maker {
  element: HTMLElement;
  /** Takes away what no longer opens a link that was just made. */
  forget: (id: string, what: "address" | "passphrase") => void;
}

export function maker(view: ScenarioView, page: PageData, onMade: (link: MadeLink) => void): Maker {
  const element = h("div", { class: "stack" });
  let shown: { id: string; ready: HTMLElement } | null = null;
  const form = newLinkForm(view, page, (link, looked) => {
    const ready = madeLink(link, page);
    const again = h("button", { class: "button", type: "button" }, "Make another link");
    again.addEventListener("click", () => {
      anew();
      form.element.querySelector("input")?.focus();
    });
    element.replaceChildren(...[ready, movedOn(link, looked), h("p", {}, again)].filter((part) => part !== null));
    ready.querySelector("h2")?.focus();
    shown = { id: link.id, ready };
    onMade(link);
  });
  const anew = (): void => {
    shown = null;
    form.reset();
    element.replaceChildren(form.element);
  };
  element.append(form.element);
  return {
    element,
    forget(id, what) {
      if (shown?.id !== id) return;
      if (what === "address") anew();
      else shown.ready.querySelector(".passphrase")?.remove();
    },
  };
}
