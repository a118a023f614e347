/** A button under a figure that opens the kinds of file it can be saved as. */
import type { SavedKind } from "../charts/saved";
import { h } from "../lib/dom";

const KINDS: [SavedKind, string][] = [
  ["png", "Picture (PNG)"],
  ["csv", "Numbers (CSV)"],
  ["json", "Numbers (JSON)"],
];

/** Closes on Escape, on a press elsewhere, when the focus leaves, and once a kind was chosen. */
export function saveMenu(title: string, onSave: (kind: SavedKind) => void): HTMLElement {
  const button = h(
    "button",
    { type: "button", class: "save-button", "aria-expanded": "false", "aria-label": `Save: ${title}` },
    "Save",
  );
  const choose = (kind: SavedKind): void => {
    show(false);
    button.focus();
    onSave(kind);
  };
  const panel = h(
    "div",
    { class: "save-panel", hidden: true },
    ...KINDS.map(([kind, label]) =>
      h("button", { type: "button", class: "button quiet small", onclick: () => choose(kind) }, label),
    ),
  );
  const show = (open: boolean): void => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) document.addEventListener("pointerdown", beside);
    else document.removeEventListener("pointerdown", beside);
  };
  const leave = (to: EventTarget | null): void => {
    if (to instanceof Node && !element.contains(to)) show(false);
  };
  const beside = ({ target }: Event): void => leave(target);
  button.addEventListener("click", () => show(panel.hidden !== false));
  const element = h("div", { class: "save no-print" }, button, panel);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    show(false);
    button.focus();
  });
  element.addEventListener("focusout", ({ relatedTarget }) => leave(relatedTarget));
  return element;
}
