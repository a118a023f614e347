/** A button that asks once more, in its own place, before something stops for good. */
import { messagePlace, whileBusy } from "../forms/page-parts";
import { asProblem } from "../lib/api";
import { h } from "../lib/dom";

export interface SureOptions {
  label: string;
  /** Read out with the button: which one it is, where several stand on the page. */
  about: string;
  question: string;
  yes: string;
  busy: string;
  act: () => Promise<void>;
}

export function sureButton({ label, about, question, yes, busy, act }: SureOptions): HTMLElement {
  const message = messagePlace();
  const place = h("div", { class: "sure" });
  const open = h("button", { class: "button small", type: "button", "aria-label": `${label}: ${about}` }, label);
  const stop = h("button", { class: "button small danger", type: "button" }, yes);
  const back = h("button", { class: "button small", type: "button" }, "Leave it as it is");
  const run = whileBusy(stop, busy, async () => {
    message.clear();
    try {
      await act();
    } catch (error) {
      message.show("danger", asProblem(error).detail);
    }
  });
  open.addEventListener("click", () => {
    place.replaceChildren(
      h("p", { class: "small" }, question),
      h("div", { class: "row" }, stop, back),
      message.element,
    );
    // Not the dangerous one: a second Enter would press it.
    back.focus();
  });
  back.addEventListener("click", () => {
    message.clear();
    place.replaceChildren(open);
    open.focus();
  });
  place.addEventListener("keydown", ({ key }) => void (key === "Escape" && place.contains(back) && back.click()));
  stop.addEventListener("click", () => void run());
  place.append(open);
  return place;
}
