/** Bodies of what an owner does with people, and people with their keys. */
import * as v from "valibot";
import { text } from "./schema-parts";

export const ROLE_NAMES = ["owner", "analyst", "viewer"] as const;
export type AccessRoleName = (typeof ROLE_NAMES)[number];

export const NAME_LIMIT = 100;
const EMAIL_LIMIT = 254;
const SAY_EMAIL = "Write an e-mail address such as name@example.org, or leave it out.";

const trimmed = <T extends v.GenericSchema<unknown, string>>(schema: T) =>
  v.pipe(
    schema,
    v.transform((value) => value.trim()),
  );

const Name = trimmed(text({ limit: NAME_LIMIT }));
const Role = v.picklist(ROLE_NAMES, "Choose owner, analyst or viewer.");
/** In small letters, as it is compared; null and an empty text stand for none. */
const Email = v.nullable(
  v.pipe(
    v.string(SAY_EMAIL),
    v.transform((value) => value.trim().toLowerCase()),
    v.check((value) => value === "" || (value.length <= EMAIL_LIMIT && /^[^\s@<>]+@[^\s@<>]+$/.test(value)), SAY_EMAIL),
    v.transform((value) => (value === "" ? null : value)),
  ),
);

export const InviteInput = v.object({ name: Name, role: Role, email: v.optional(Email) });
export type InviteInput = v.InferOutput<typeof InviteInput>;

/** What to change of a person; what is left out stays. */
export const PersonChangeInput = v.pipe(
  v.object({
    name: v.optional(Name),
    role: v.optional(Role),
    email: v.optional(Email),
    disabled: v.optional(v.boolean("Write true or false.")),
  }),
  v.check(
    (change) => Object.values(change).some((value) => value !== undefined),
    "Say what to change: name, role, email or disabled.",
  ),
);
export type PersonChangeInput = v.InferOutput<typeof PersonChangeInput>;

/** A key for oneself, or by an owner for somebody else: then with their id. */
export const KeyInput = v.object({
  label: trimmed(text({ limit: NAME_LIMIT })),
  person: v.optional(v.string("Give a person's id.")),
});
export type KeyInput = v.InferOutput<typeof KeyInput>;
