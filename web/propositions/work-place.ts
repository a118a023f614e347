/** Where one form at a time opens in place of the buttons that open it. */
import { h } from "../lib/dom";

export interface WorkPlace {
  element: HTMLElement;
  open(title: string, content: (onCancel: () => void) => Node[]): void;
}

export function workPlace(...buttons: HTMLElement[]): WorkPlace {
  const row = h("p", { class: "row no-print" }, ...buttons);
  const element = h("div", {}, row);
  return {
    element,
    open(title, content) {
      const before = document.activeElement;
      const close = (): void => {
        element.replaceChildren(row);
        // Back to where it was opened from, which may stand outside this place.
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      };
      const heading = h("h3", { tabindex: -1 }, title);
      element.replaceChildren(h("div", { class: "card stack" }, heading, ...content(close)));
      // A form that is opened because of its draft must not take the focus of a page that has just come.
      if (before !== null && before !== document.body) heading.focus();
    },
  };
}
