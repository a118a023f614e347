/** A form in the row of a link: what is asked, a message, a button that sends and one that leaves all as it is. */
import { messagePlace, whileBusy } from "../forms/page-parts";
import { h } from "../lib/dom";
import { keepTyped, type KeptForm } from "../lib/drafts";
import { refusal } from "./refused";
import type { LinkProblems } from "./options";

export interface SmallFormOptions {
  content: (Node | null)[];
  /** What is kept of it until it is sent, where something can be typed. */
  kept?: Pick<KeptForm<string>, "name" | "fields" | "values" | "set">;
  label: string;
  busyLabel: string;
  danger?: boolean;
  /** Says what is wrong before anything is sent; whether it may go. */
  check?: () => boolean;
  /** Sends it, or throws the API's problem. Gives what is to be done once nothing is kept of it any more. */
  send: () => Promise<() => void>;
  /** Puts problems under the fields; gives whether there was one. */
  show?: (problems: LinkProblems) => boolean;
  onCancel: () => void;
}

export function smallForm(options: SmallFormOptions): HTMLFormElement {
  const { content, label, busyLabel, danger = false, check = () => true, show = () => false } = options;
  const message = messagePlace();
  const button = h("button", { class: `button ${danger ? "danger" : "primary"}` }, label);
  const send = whileBusy(button, busyLabel, async () => {
    message.clear();
    if (!check()) return;
    try {
      const done = await options.send();
      kept?.clear();
      done();
    } catch (error) {
      const { by, other } = refusal(error, "Nothing was changed; what you typed is still here.");
      if (other !== "") message.show("danger", other);
      if (!show(by)) message.element.focus();
    }
  });
  const leave = (): void => {
    kept?.clear();
    options.onCancel();
  };
  const element = h(
    "form",
    {
      class: "stack",
      novalidate: true,
      oninput: () => kept?.save(),
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
      h("button", { class: "button", type: "button", onclick: leave }, "Leave it as it is"),
    ),
  );
  const kept = options.kept && keepTyped({ ...options.kept, message, element });
  return element;
}
