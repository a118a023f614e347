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

/** What shows nothing: two names could look the same, or like none. Marks of direction are shown by name, as everywhere. */
const UNSEEN =
  /(?![\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}|\u2800/u;
/** Persian, Urdu, the scripts of India and emoji need joiners; after these letters they do nothing. */
const JOINED =
  /(?<=(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])[\p{L}\p{M}\p{Emoji}])[\u200c\u200d](?=\S)/gu;

const seen = (value: string): boolean => !UNSEEN.test(value.replace(JOINED, ""));
const Shown = v.pipe(trimmed(text({ limit: NAME_LIMIT })), v.check(seen, "Take out characters that show nothing."));

const Name = Shown;
const Role = v.picklist(ROLE_NAMES, "Choose owner, analyst or viewer.");
/** In small letters, as it is compared; null and an empty text stand for none. */
const Email = v.nullable(
  v.pipe(
    v.string(SAY_EMAIL),
    v.transform((value) => value.trim().toLowerCase()),
    v.check(
      (value) => value === "" || (value.length <= EMAIL_LIMIT && /^[^\s@<>\p{C}]+@[^\s@<>\p{C}]+$/u.test(value)),
      SAY_EMAIL,
    ),
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
  label: Shown,
  person: v.optional(v.string("Give a person's id.")),
});
export type KeyInput = v.InferOutput<typeof KeyInput>;
