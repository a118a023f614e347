/** The list of keys, with the switch that turns those off which work alone. */
import { h } from "../lib/dom";
import "../styles/keys.css";
import { singleKeysOn, switchSingleKeys } from "./keys";

const ALONE = [
  ["l", "Log an event (on the dashboard)"],
  ["?", "This list"],
] as const;
const IN_FORM = [
  ["Tab", "Next question"],
  ["\u2190 \u2192 \u2191 \u2193", "Next answer of a question"],
  ["A letter or digit", "The answer that begins with it, such as B or 2"],
  ["Ctrl + Enter", "Save, from any field (\u2318 + Enter on a Mac)"],
  ["Esc", "Close; what you typed is kept"],
] as const;

const list = (keys: readonly (readonly [string, string])[]): HTMLElement =>
  h("dl", { class: "keys" }, ...keys.flatMap(([key, does]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, does)]));

export function openKeysDialog(): void {
  const on = h("input", { type: "checkbox", id: "single-keys", checked: singleKeysOn(() => localStorage) });
  const note = h("p", { class: "hint small muted", role: "status" });
  on.addEventListener("change", () => {
    const kept = switchSingleKeys(() => localStorage, on.checked);
    note.textContent = kept ? "Kept in this browser." : "This browser keeps no settings: it holds until you leave.";
  });
  const dialog = h(
    "dialog",
    { class: "keys-dialog stack", "aria-labelledby": "keys-title" },
    h("h2", { id: "keys-title" }, "Keys"),
    h("h3", {}, "While logging"),
    list(IN_FORM),
    h("h3", {}, "Alone"),
    list(ALONE),
    h("label", { class: "choice", for: on.id }, on, "Keys that work alone are on"),
    note,
    h("form", { method: "dialog" }, h("button", { class: "button" }, "Close")),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
