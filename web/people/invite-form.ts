import type { Invited } from "../../worker/contract/people-types";
import { momentInWords } from "../forms/event-view";
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";
import { copyLine } from "../lib/copy";
import { askForm } from "../propositions/ask-form";
import { invitePerson } from "./calls";
import { checkPerson, LABELS, personFields } from "./person-fields";

/** Asks whom to invite, as what. What was typed stays until the invitation is made. */
export function inviteForm(onDone: (invited: Invited) => void): HTMLElement {
  const form = askForm("people", {
    name: "invite",
    labels: LABELS,
    fields: personFields("new"),
    saveLabel: "Make an invitation",
    busyLabel: "Making it",
    check: checkPerson,
    send: async ({ name, role, email }) => {
      const invited = await invitePerson({ name: name.trim(), role, email: email.trim() });
      return () => {
        form.set({});
        onDone(invited);
      };
    },
  });
  return form.element;
}

/** The address of an invitation, the one time that it can be shown. */
export function invitation({ person, url, expiresAt }: Invited): HTMLElement {
  return h(
    "div",
    { class: "notice success stack tight", tabindex: -1 },
    h("p", {}, "The invitation for ", userText(person.name), " is ready. Send it to nobody else: it works once."),
    copyLine({
      id: `invitation-${person.id}`,
      label: "Address, shown only now",
      text: url,
      hint: `It can be accepted until ${momentInWords(expiresAt)}.`,
      primary: true,
    }),
  );
}
