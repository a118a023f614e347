/** The links of a scenario, newest first, each with what can be done with it. */
import type { MadeLink, Snapshot } from "../../worker/contract/link-types";
import type { PageData } from "../../worker/contract/page";
import { now } from "../lib/clock";
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";
import { linkActions, type LinkHandlers } from "./link-actions";
import { linkFacts, statusBadge } from "./link-facts";
import { madeLink, passphraseField } from "./made";
import { NOTICE_STANDS } from "./words";

export interface LinkList {
  element: HTMLElement;
  fill: (links: readonly Snapshot[]) => void;
  /** A link that was just made comes first. Its secrets are shown in its row where nothing else shows them. */
  add: (link: MadeLink, secrets: boolean) => void;
  update: (link: Snapshot) => void;
}

interface Item {
  element: HTMLLIElement;
  /** Draws it anew; `below` stands under its actions, and gets the focus. */
  show: (link: Snapshot, below?: HTMLElement) => void;
}

/** Links without a passphrase or limit also count what a messenger fetches to show a preview. */
function countsPreviews(link: Snapshot): boolean {
  return link.opens > 0 && !link.hasPassphrase && link.viewCap === null;
}

function said(text: string, id: string, passphrase: string | null): HTMLElement {
  return h(
    "div",
    { class: "notice success", tabindex: -1, role: "status" },
    h("p", {}, text),
    passphrase !== null && passphraseField(id, passphrase),
  );
}

/** What else on the page a change concerns. */
export interface ListHandlers {
  /** The corrections may stand otherwise now. */
  onChanged: () => void;
  /** An address or passphrase that was shown elsewhere on the page opens nothing any more. */
  onStopped: (id: string, what: "address" | "passphrase") => void;
}

export function linkList(page: PageData, { onChanged, onStopped }: ListHandlers): LinkList {
  const items = new Map<string, Item>();
  const counted = h("p", { class: "small muted", hidden: true });
  counted.textContent =
    "Where no passphrase or limit guards a link, previews that messengers fetch count as opened, too.";
  const none = h(
    "p",
    { class: "empty", hidden: true },
    "No link was made yet. The first one is made above, in three steps.",
  );
  const list = h("ul", { class: "plain stack" });

  const handlers = (item: () => Item): LinkHandlers => ({
    onChanged(link, text, passphrase) {
      if (link.status === "withdrawn") onStopped(link.id, "address");
      else if (passphrase !== null || !link.hasPassphrase) onStopped(link.id, "passphrase");
      item().show(link, said(text, link.id, passphrase));
      onChanged();
    },
    onNoticed(link) {
      item().show(link, said(NOTICE_STANDS, link.id, null));
      onChanged();
    },
    onRotated(link) {
      onStopped(link.id, "address");
      item().show(link, madeLink(link, page, true));
    },
    onShared: (link) => add(link, true),
  });

  const itemOf = (first: Snapshot): Item => {
    const element = h("li", { class: "card stack tight link-row" });
    const item: Item = {
      element,
      show(link, below) {
        if (countsPreviews(link)) counted.hidden = false;
        const actions = linkActions(
          link,
          handlers(() => item),
        );
        element.replaceChildren(
          h("div", { class: "row between" }, h("h3", { tabindex: -1 }, userText(link.title)), statusBadge(link.status)),
          ...linkFacts(link, now()),
          actions.element,
        );
        if (!below) return;
        actions.put(below);
        (below.querySelector("h2") ?? below).focus();
      },
    };
    items.set(first.id, item);
    item.show(first);
    return item;
  };

  const add: LinkList["add"] = (link, secrets) => {
    none.hidden = true;
    const item = itemOf(link);
    list.prepend(item.element);
    if (secrets) item.show(link, madeLink(link, page));
  };
  return {
    element: h("div", { class: "stack" }, counted, none, list),
    fill(links) {
      items.clear();
      list.replaceChildren(...links.map((link) => itemOf(link).element));
      none.hidden = links.length > 0;
    },
    add,
    update: (link) => items.get(link.id)?.show(link),
  };
}
