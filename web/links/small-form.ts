/** A form in the row of a link: what is asked, a message, a button that sends and one that leaves all as it is. */
import { messagePlace, whileBusy } from "../forms/page-parts";
import { h } from "../lib/dom";
import { refusal } from "./refused";
import type { LinkProblems } from "./options";

export interface SmallFormOptions {
  content: (Node | null)[];
  label: string;
  busyLabel: string;
  danger?: boolean;
  /** Sends it, or throws the API's problem. */
  send: () => Promise<void>;
  /** Puts problems under the fields; gives whether there was one. */
  show?: (problems: LinkProblems) => boolean;
  onCancel: () => void;
}

export function smallForm(options: SmallFormOptions): HTMLFormElement {
  const { content, label, busyLabel, danger = false, show = () => false } = options;
  const message = messagePlace();
  const button = h("button", { class: `button ${danger ? "danger" : "primary"}` }, label);
  const send = whileBusy(button, busyLabel, async () => {
    message.clear();
    try {
      await options.send();
    } catch (error) {
      const { by, other } = refusal(error, "Nothing was changed; what you typed is still here.");
      if (other !== "") message.show("danger", other);
      if (!show(by)) message.element.focus();
    }
  });
  return h(
    "form",
    {
      class: "stack",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void send();
      },
    },
    ...content,
    message.element,
    h(
      "div",
      { class: "row" },
      button,
      h("button", { class: "button", type: "button", onclick: options.onCancel }, "Leave it as it is"),
    ),
  );
}
