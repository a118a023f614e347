/** Shows two versions side by side, to choose from field by field. Nothing is saved or lost until the choice is made. */
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";
import type { Clash, Side } from "./merge";
import type { FieldName } from "./values";

export interface ConflictOptions {
  /** Who saved the other version, and when, in words. */
  other: string;
  clashes: Clash[];
  /** The event was retracted meanwhile: there is nothing left to choose. */
  retracted: boolean;
  onKeep: (kept: Map<FieldName, Side>) => void;
  onBack: () => void;
}

function option(clash: Clash, side: Side): HTMLElement {
  const text = clash[side];
  return h(
    "label",
    { class: "choice" },
    h("input", { type: "radio", name: `keep-${clash.field}`, value: side, checked: clash.keep === side }),
    h(
      "span",
      {},
      h("span", { class: "kicker block" }, side === "theirs" ? "Saved meanwhile" : "Yours"),
      text === "" ? h("span", { class: "muted" }, "nothing") : userText(text),
    ),
  );
}

function advice(clashes: Clash[], retracted: boolean): string {
  if (retracted) return "It was retracted, so it cannot be corrected any more. Log a new event if it did happen.";
  if (clashes.length === 0) return "Their version already says what yours says.";
  return "Choose what to keep for each difference. Nothing is saved yet, and nothing you typed is lost.";
}

export function conflictPanel({ other, clashes, retracted, onKeep, onBack }: ConflictOptions): HTMLElement {
  const rows = clashes.map((clash) =>
    h(
      "fieldset",
      { class: "clash card" },
      h("legend", {}, clash.label),
      h("div", { class: "sides" }, option(clash, "theirs"), option(clash, "yours")),
    ),
  );
  const element = h(
    "form",
    {
      class: "stack",
      onsubmit: (event) => {
        event.preventDefault();
        const kept = clashes.map(({ field }): [FieldName, Side] => {
          const chosen = element.querySelector<HTMLInputElement>(`input[name="keep-${field}"]:checked`);
          return [field, chosen?.value === "theirs" ? "theirs" : "yours"];
        });
        onKeep(new Map(kept));
      },
    },
    h("h2", { tabindex: -1 }, "Somebody else changed this event meanwhile"),
    h("p", {}, other),
    h("p", {}, advice(clashes, retracted)),
    ...(retracted ? [] : rows),
    h(
      "div",
      { class: "row" },
      h("button", { class: "button", type: "button", onclick: onBack }, "Back to my version"),
      !retracted && h("button", { class: "button primary" }, clashes.length === 0 ? "Go on" : "Save what is chosen"),
    ),
  );
  return element;
}
