import { REMOVED } from "./ledger";
import { placeholderOf, type Removal } from "./redaction";

/** Members that say whose an object is. */
const OWNERS = ["ref", "event", "id", "month"];
/**
 * Members that the server says of numbers and of the rules alone: they hold no text of anybody's, and an event that repeats
 * a verdict must not take it from the page when it is removed.
 */
const OWN_WORDS = ["statement", "ledgerHead"];

/**
 * A document without removed texts: objects of the subject lose them by member, and any text that quotes one of the longer
 * ones is cut there. Everything else stays, and so do its numbers.
 *
 * @example removeTexts({ ref: "E-1", title: "A minister took money" }, removal) // { ref: "E-1", title: "[removed]" }
 */
export function removeTexts(value: unknown, removal: Removal, own = false): unknown {
  if (typeof value === "string") return cutTexts(value, removal);
  if (Array.isArray(value)) return value.map((one) => removeTexts(one, removal, own));
  if (typeof value !== "object" || value === null) return value;
  const members: [string, unknown][] = Object.entries(value);
  const isOwn = own || members.some(([name, member]) => OWNERS.includes(name) && member === removal.of);
  return Object.fromEntries(
    members.map(([name, member]) => {
      if (OWN_WORDS.includes(name)) return [name, member];
      const isRemoved = isOwn && typeof member === "string" && removal.texts.get(name)?.has(member) === true;
      return [name, isRemoved ? placeholderOf(name) : removeTexts(member, removal, isOwn)];
    }),
  );
}

/**
 * A text without the longer removed ones.
 *
 * @example cutTexts("As we logged: A minister took money.", removal) // "As we logged: [removed]."
 */
export function cutTexts(text: string, { anywhere }: Pick<Removal, "anywhere">): string {
  return anywhere.reduce((rest, removed) => rest.replaceAll(removed, () => REMOVED), text);
}
