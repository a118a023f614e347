import type { ApiPerson } from "../../worker/contract/people-types";
import { ROLE_NAMES, type PersonChangeInput } from "../../worker/contract/people-requests";
import { askForm } from "../propositions/ask-form";
import { changePerson } from "./calls";
import { checkPerson, LABELS, personFields } from "./person-fields";

export const personDraft = (id: string): string => `person.${id}`;

/** Changes name, role and address of a person; it counts from their next request on. */
export function personForm(
  person: ApiPerson,
  onDone: (said: string) => Promise<void>,
  onCancel: () => void,
): HTMLElement {
  return askForm("people", {
    name: personDraft(person.id),
    labels: LABELS,
    fields: personFields(person.id),
    start: { name: person.name, role: person.role, email: person.email ?? "" },
    saveLabel: "Save",
    busyLabel: "Saving",
    check: checkPerson,
    send: async ({ name, role, email }) => {
      // Only what was changed here: another owner may have changed the rest since.
      const change: PersonChangeInput = {
        ...(name.trim() !== person.name && { name: name.trim() }),
        ...(role !== person.role && { role: ROLE_NAMES.find((one) => one === role) }),
        ...(email.trim() !== (person.email ?? "") && { email: email.trim() }),
      };
      if (Object.keys(change).length === 0) return () => void onDone("Nothing was changed.");
      const changed = await changePerson(person.id, change);
      // Who is no owner any more has this page no more.
      if (changed.me && changed.role !== "owner") return () => location.assign("/account");
      return () => void onDone("Changed, from their next request on.");
    },
    onCancel,
  }).element;
}
