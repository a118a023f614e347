import type { ApiPerson } from "../../worker/contract/people-types";
import { ROLE_NAMES } from "../../worker/contract/people-requests";
import { askForm, hasDraft } from "../propositions/ask-form";
import { changePerson } from "./calls";
import { checkPerson, LABELS, personFields } from "./person-fields";

/** Changes name, role and address of a person; it counts from their next request on. */
export function personForm(
  person: ApiPerson,
  onDone: (said: string) => Promise<void>,
  onCancel: () => void,
): HTMLElement {
  const draft = `person.${person.id}`;
  const kept = hasDraft("people", draft);
  const form = askForm("people", {
    name: draft,
    labels: LABELS,
    fields: personFields(person.id),
    saveLabel: "Save",
    busyLabel: "Saving",
    check: checkPerson,
    send: async ({ name, role, email }) => {
      const chosen = ROLE_NAMES.find((one) => one === role);
      await changePerson(person.id, { name: name.trim(), role: chosen, email: email.trim() });
      return () => void onDone("Changed, from their next request on.");
    },
    onCancel,
  });
  if (!kept) form.set({ name: person.name, role: person.role, email: person.email ?? "" });
  return form.element;
}
