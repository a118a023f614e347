/** Text that somebody typed: inserted as text, in its own direction, with invisible direction marks made visible. */
import { visibleText } from "../../worker/core/visible-text";
import { h } from "./dom";

export { visibleText };

/** As an element that takes its direction from its own first letter and keeps it from its neighbours. */
export function userText(text: string): HTMLElement {
  return h("bdi", { dir: "auto" }, visibleText(text));
}
