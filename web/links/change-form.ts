/** Changes what a link says, who gets in and for how long; what it shows of the log stays frozen. */
import type { ChangedLink, Snapshot } from "../../worker/contract/link-types";
import { radioControl } from "../forms/controls";
import { now, today } from "../lib/clock";
import { h } from "../lib/dom";
import { changeLink } from "./link-calls";
import { linkFields } from "./link-fields";
import { changesOf, type PassphraseChange, problemsOfValues, valuesOf } from "./options";
import { smallForm } from "./small-form";

function passphraseControl({ id, hasPassphrase }: Snapshot) {
  const control = radioControl({
    name: `change-passphrase-${id}`,
    label: "Passphrase",
    as: "list",
    options: hasPassphrase
      ? [
          { value: "keep", label: "Leave it as it is" },
          { value: "new", label: "Make a new one; the old one stops at once" },
          { value: "none", label: "None: whoever has the address can read it" },
        ]
      : [
          { value: "keep", label: "None: whoever has the address can read it" },
          { value: "new", label: "Make one, to be asked for from now on" },
        ],
  });
  control.set("keep");
  const value = (): PassphraseChange => {
    const chosen = control.value();
    return chosen === "new" || chosen === "none" ? chosen : "keep";
  };
  return { element: control.element, value, set: control.set };
}

export const changeDraft = ({ id }: Pick<Snapshot, "id">): string => `${id}.change`;

const KEPT = ["title", "note", "endsOn", "viewCap", "since", "feeds", "passphrase"] as const;

export interface ChangeOptions {
  link: Snapshot;
  onDone: (link: ChangedLink) => void;
  onCancel: () => void;
}

export function changeForm({ link, onDone, onCancel }: ChangeOptions): HTMLFormElement {
  const fields = linkFields(`change-${link.id}-`, today());
  const passphrase = passphraseControl(link);
  const unchanged = h("p", { class: "small", role: "status" });
  const begun = valuesOf(link);
  fields.set(begun);
  fields.since.element.hidden = link.purpose === "live";
  fields.feeds.element.hidden = link.purpose !== "live";
  // An end that has passed may be left as it is.
  const problems = () => {
    const { endsOn, ...others } = problemsOfValues({ ...fields.values(), passphrase: false }, now());
    return { ...others, ...(endsOn !== undefined && fields.endsOn.value() !== begun.endsOn && { endsOn }) };
  };
  const changes = () => changesOf(link, { ...fields.values(), passphrase: false }, passphrase.value());
  return smallForm({
    kept: {
      name: `links.${changeDraft(link)}`,
      fields: KEPT,
      values: () => {
        const { since, feeds, ...texts } = fields.values();
        return { ...texts, since: String(since), feeds: String(feeds), passphrase: passphrase.value() };
      },
      set: ({ since, feeds, passphrase: choice = "keep", ...texts }) => {
        fields.set({ ...begun, ...texts, since: since === "true", feeds: feeds === "true" });
        passphrase.set(choice);
      },
    },
    content: [
      fields.title.element,
      fields.note.element,
      fields.endsOn.element,
      passphrase.element,
      fields.viewCap.element,
      fields.since.element,
      fields.feeds.element,
      unchanged,
    ],
    label: "Save",
    busyLabel: "Saving",
    show: (by) => fields.show(by, () => undefined),
    check() {
      const wrong = fields.show(problems(), () => undefined);
      const nothing = Object.keys(changes()).length === 0;
      unchanged.textContent = nothing && !wrong ? "Nothing was changed yet." : "";
      return !wrong && !nothing;
    },
    async send() {
      const changed = await changeLink(link.id, changes());
      return () => onDone(changed);
    },
    onCancel,
  });
}
