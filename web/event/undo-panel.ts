/** Takes back one's own last commit, after naming it. */
import type { UndoAnswer, UndoOffer } from "../../worker/contract/undo-requests";
import { momentInWords } from "../forms/event-view";
import { messagePlace, whileBusy } from "../forms/page-parts";
import { api, asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { userText, visibleText } from "../lib/user-text";
import type { Dossier } from "./dossier";
import { button } from "./section";
import { takenBackInWords } from "./undo-words";

function offerInWords(offer: UndoOffer, ref: string): HTMLElement[] {
  const { revision, at, reason, refs } = offer;
  if (revision === null || at === null) return [];
  const elsewhere = refs.length > 0 && !refs.includes(ref);
  return [
    h("p", {}, `Your last change is revision ${revision}, of ${momentInWords(at)}.`),
    ...(reason === "" ? [] : [h("p", {}, "Its reason: ", userText(reason))]),
    h("p", {}, "It changed: ", h("strong", {}, visibleText(takenBackInWords(offer))), "."),
    ...(elsewhere ? [h("p", { class: "notice warning" }, `It is not about ${ref}, the event on this page.`)] : []),
  ];
}

export function undoPanel({ page, event, onDone }: Dossier, onCancel: () => void): HTMLElement {
  const path = `/scenarios/${encodeURIComponent(page.slug)}/undo`;
  const message = messagePlace();
  const place = h("div", { class: "stack" }, h("p", { role: "status" }, "Reading your last change."));
  const cancel = button("Cancel", onCancel);

  async function offer(): Promise<void> {
    try {
      const found = await api<UndoOffer>("GET", path);
      const press = h("button", { class: "button danger", type: "button" }, "Undo it");
      const { revision } = found;
      const undo = whileBusy(press, "Undoing", async () => {
        try {
          const done = await api<UndoAnswer>("POST", path, { body: { revision } });
          onDone(`Revision ${done.undone.revision} is undone. The undoing is revision ${done.revision}.`);
        } catch (error) {
          message.show("danger", asProblem(error).detail);
        }
      });
      press.addEventListener("click", () => void undo());
      place.replaceChildren(
        ...offerInWords(found, event.ref),
        found.possible
          ? h(
              "p",
              { class: "muted" },
              "Undoing adds a new revision that puts things back as they were. Nothing is deleted.",
            )
          : h("p", {}, found.problem),
        message.element,
        h("div", { class: "row" }, cancel, found.possible && press),
      );
    } catch (error) {
      message.show("danger", asProblem(error).detail);
      place.replaceChildren(message.element, cancel);
    }
  }

  void offer();
  return place;
}
