/**
 * An owner removes texts of an event for good: libel, privacy, a court. First they choose what goes, then they see where
 * it stands and what else repeats it; nothing is removed before that.
 */
import { REDACTABLE, repeats } from "../../worker/core/redaction";
import type { Redactable } from "../../worker/core/redaction";
import type { RedactionAnswer } from "../../worker/contract/redaction-requests";
import { textControl } from "../forms/controls";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";
import { userText, visibleText } from "../lib/user-text";
import { askForm } from "../propositions/ask-form";
import { checkboxes } from "./checkboxes";
import type { Dossier } from "./dossier";
import {
  doneInWords,
  linksInWords,
  placeInWords,
  presentText,
  removableName,
  removedInWords,
  REMOVABLE,
  textsOf,
} from "./redaction-words";

const SHOWN = 80;

function shortened(text: string): string {
  const letters = Array.from(visibleText(text));
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join("")}\u2026` : letters.join("");
}

const isRedactable = (name: string): name is Redactable => REDACTABLE.some((one) => one === name);
const fieldsIn = (value: string): Redactable[] => value.split(" ").filter(isRedactable);

function explanation(): HTMLElement {
  return h(
    "ul",
    {},
    h(
      "li",
      {},
      "The text goes from every version of the event, from links frozen before, and from every file made here.",
    ),
    h("li", {}, "It cannot be brought back, not even by you. Points, dates and grades stay as they are."),
    h("li", {}, "The page says that something was removed, when and why; the chain of the ledger still verifies."),
    h("li", {}, "Nothing else changes, unless you tick it: you see first what else repeats the text."),
    h("li", {}, "It does not reach copies that somebody downloaded, or reasons written for earlier changes."),
  );
}

/** The texts of the event, of which some are chosen; then what choosing them reaches. */
export function redactForm(dossier: Dossier, onCancel: () => void): HTMLElement {
  const { page, event, life, path, blind } = dossier;
  const element = h("div", { class: "stack" });
  const labels = { fields: "What to remove" };
  const options = REMOVABLE.map((field) => ({
    value: field,
    label: removableName(field),
    // The reason for a score set by hand gives the score away.
    detail: blind && field === "scoreReason" ? "shown with the grade" : shortened(presentText(field, event, life)),
  }));
  const choice = askForm(page.slug, {
    name: `event.${event.id}.redaction`,
    fields: {
      fields: checkboxes({
        name: "redact-fields",
        label: labels.fields,
        hint: "Text that is gone from the newest version may still stand in an earlier one.",
        options,
        empty: "nothing now",
      }),
    },
    labels,
    saveLabel: "See where it stands",
    busyLabel: "Looking",
    onCancel,
    check: (typed) => (fieldsIn(typed.fields).length === 0 ? { fields: "Choose what to remove." } : {}),
    send: async (typed) => {
      const fields = fieldsIn(typed.fields);
      const found = await api<RedactionAnswer>("POST", `${path}/redact?dryRun=1`, { body: { fields } });
      return () => {
        const back = (): void => {
          choice.set(typed);
          show(choice.element);
        };
        show(h("div", { class: "stack" }, ...reach(dossier, found), confirmation(dossier, fields, found, back)));
      };
    },
  });
  const show = (step: HTMLElement): void => {
    element.replaceChildren(explanation(), step);
    step.querySelector<HTMLElement>("h4")?.focus();
  };
  element.append(explanation(), choice.element);
  return element;
}

/** Where it stands: what goes in any case. */
function reach({ event, versions }: Dossier, { fields, rewritten, places, more }: RedactionAnswer): HTMLElement[] {
  const fixed = places.filter(({ state }) => state === "fixed");
  return [
    h("h4", { tabindex: -1 }, "What this removes"),
    h(
      "ul",
      {},
      h(
        "li",
        {},
        `${removedInWords({ fields })} of ${event.ref}, in ${countOf(versions.length, "version")} and in every list, view and file`,
      ),
      rewritten.length === 0
        ? h("li", {}, "no shared link holds it")
        : h(
            "li",
            {},
            `${countOf(rewritten.length, "shared link")}, written anew without it: `,
            userText(linksInWords(rewritten)),
          ),
    ),
    ...(more ? [h("p", {}, "More texts repeat it than are listed here. Remove these, then look again.")] : []),
    ...(fixed.length > 0
      ? [
          h("p", {}, "These repeat it and cannot be changed:"),
          h(
            "ul",
            {},
            ...fixed.map((place) =>
              h("li", {}, visibleText(placeInWords(place, event.ref)), ": ", userText(place.excerpt)),
            ),
          ),
        ]
      : []),
  ];
}

/** What else repeats it, each to be ticked; why; and the reference once more. */
function confirmation(
  { page, event, versions, life, path, onDone }: Dossier,
  fields: Redactable[],
  { places }: RedactionAnswer,
  onBack: () => void,
): HTMLElement {
  const open = places.filter(({ state }) => state === "kept");
  const labels = { also: "Other texts that repeat it", reason: "Reason", ref: "Type the event's reference" };
  const also = checkboxes({
    name: "redact-also",
    label: labels.also,
    hint: "Tick what is to go too: a text whole, of a link's own words only what is repeated. The rest stays as it is.",
    // Names of places may hold blanks, which separate what is chosen.
    options: open.map((place) => ({
      value: encodeURIComponent(place.place),
      label: visibleText(placeInWords(place, event.ref)),
      detail: place.excerpt,
    })),
    empty: "",
  });
  const reason = textControl({
    name: "redact-reason",
    label: labels.reason,
    rows: 2,
    hint: "Shown to everybody and kept for good: it must not repeat what is removed.",
  });
  const ref = textControl({ name: "redact-ref", label: labels.ref, hint: `${event.ref}, to make sure.` });
  return askForm(page.slug, {
    name: `event.${event.id}.redaction.confirm`,
    fields: { also, reason, ref },
    labels,
    body: [
      open.length > 0 ? also.element : h("p", {}, "No other text that can be removed repeats it."),
      reason.element,
      ref.element,
    ],
    saveLabel: "Remove it for good",
    busyLabel: "Removing",
    danger: true,
    cancelLabel: "Back",
    onCancel: onBack,
    check: (typed) => ({
      ...(repeats(typed.reason, textsOf(fields, versions, life)) && {
        reason: "This repeats what is to be removed. Say why without it.",
      }),
      ...(typed.reason.trim() === "" && { reason: "Say why, in a few words." }),
      ...(typed.ref.trim() !== event.ref && { ref: `Type ${event.ref} here.` }),
    }),
    send: async (typed) => {
      const chosen = typed.also.split(" ").filter((one) => one !== "");
      const done = await api<RedactionAnswer>("POST", `${path}/redact`, {
        body: { reason: typed.reason.trim(), fields, also: chosen.map(decodeURIComponent) },
      });
      return () => onDone(doneInWords(event.ref, done).map((line) => visibleText(line)));
    },
  }).element;
}
