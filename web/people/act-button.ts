/** A button that does one thing to one of many, and says below what went wrong. */
import { type Message, whileBusy } from "../forms/page-parts";
import { asProblem } from "../lib/api";
import { h } from "../lib/dom";

export interface ActOptions {
  label: string;
  /** What it says while it works. */
  busy: string;
  /** Read out with the button: which one it is, where several stand on the page. */
  about: string;
  message: Message;
  act: () => Promise<void> | void;
}

export function actButton({ label, busy, about, message, act }: ActOptions): HTMLButtonElement {
  const button = h("button", { class: "button small", type: "button", "aria-label": `${label}: ${about}` }, label);
  const run = whileBusy(button, busy, async () => {
    message.clear();
    try {
      await act();
    } catch (error) {
      message.show("danger", asProblem(error).detail);
    }
  });
  button.addEventListener("click", () => void run());
  return button;
}
