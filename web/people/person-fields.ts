/** The questions about a person, in an invitation and in a change. */
import { NAME_LIMIT } from "../../worker/contract/people-requests";
import { charLength } from "../../worker/contract/text";
import { radioControl, textControl } from "../forms/controls";
import type { Problems, Question, Values } from "../propositions/ask-form";
import { ROLES } from "./words";

export type PersonField = "name" | "role" | "email";

export const LABELS: Record<PersonField, string> = { name: "Name", role: "Role", email: "E-mail address" };

/** `id` keeps the fields of several people on one page apart. */
export function personFields(id: string): Record<PersonField, Question> {
  return {
    name: textControl({
      name: `name-${id}`,
      label: LABELS.name,
      hint: "It signs what they log, also after they left.",
    }),
    role: radioControl({ name: `role-${id}`, label: LABELS.role, options: ROLES, as: "list" }),
    email: textControl({
      name: `email-${id}`,
      label: LABELS.email,
      hint: "Only for Cloudflare Access, which knows people by it. Nothing is sent there.",
      optional: true,
    }),
  };
}

export function checkPerson({ name, role }: Values<PersonField>): Problems<PersonField> {
  return {
    ...(name.trim() === "" && { name: "Write their name." }),
    ...(charLength(name) > NAME_LIMIT && { name: `Shorten this to ${NAME_LIMIT} characters.` }),
    ...(role === "" && { role: "Choose what they may do." }),
  };
}
