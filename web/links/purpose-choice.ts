/** What a link is for: the first question, from which all else is preset. */
import { LINK_PURPOSES, type LinkPurpose } from "../../worker/core/sharing";
import { h } from "../lib/dom";
import { PURPOSES } from "./words";

export interface PurposeChoice {
  element: HTMLElement;
  value: () => LinkPurpose;
  set: (purpose: LinkPurpose) => void;
}

export function purposeChoice(
  first: LinkPurpose,
  onChange: (purpose: LinkPurpose, before: LinkPurpose) => void,
): PurposeChoice {
  let chosen = first;
  const cards = LINK_PURPOSES.map((purpose) => {
    const { label, says } = PURPOSES[purpose];
    const id = `purpose-${purpose}`;
    const input = h("input", {
      type: "radio",
      name: "purpose",
      id,
      value: purpose,
      checked: purpose === first,
      "aria-describedby": `${id}-says`,
    });
    // Before the form hears of it.
    input.addEventListener("input", () => {
      const before = chosen;
      chosen = purpose;
      onChange(purpose, before);
    });
    const card = h(
      "div",
      { class: "purpose" },
      h("label", { for: id }, input, h("span", {}, label)),
      h("p", { class: "small muted", id: `${id}-says` }, says),
    );
    return { purpose, input, card };
  });
  return {
    element: h(
      "fieldset",
      { class: "purposes" },
      h("legend", { class: "visually-hidden" }, "What the link is for"),
      ...cards.map(({ card }) => card),
    ),
    value: () => chosen,
    set(purpose) {
      chosen = purpose;
      for (const card of cards) card.input.checked = card.purpose === purpose;
    },
  };
}
