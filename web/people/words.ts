/** People, keys and sessions in words. */
import type { AccessRoleName } from "../../worker/contract/people-requests";
import type { ApiKey, ApiPerson, ApiSession } from "../../worker/contract/people-types";
import { momentInWords } from "../forms/event-view";
import { hasWords } from "../lib/find";
import { countOf, formatInstant, listOf } from "../lib/format";

/** In the order in which they are offered. */
export const ROLES: { value: AccessRoleName; label: string }[] = [
  { value: "analyst", label: "Analyst: logs, reviews, imports and shares" },
  { value: "viewer", label: "Viewer: reads everything, changes nothing" },
  { value: "owner", label: "Owner: also manages people and scenarios" },
];

export type Standing = "active" | "invited" | "no way in" | "disabled";

/** How a person stands: whoever has neither key nor session, invitation nor Cloudflare Access cannot get in. */
export function standingOf({ disabledAt, keys, sessions, invitedUntil, byAccess }: ApiPerson): Standing {
  if (disabledAt !== null) return "disabled";
  if (keys > 0 || sessions > 0) return "active";
  if (invitedUntil !== null) return "invited";
  return byAccess ? "active" : "no way in";
}

/** The server notes uses to the hour. */
export function useInWords(at: number): string {
  return `${formatInstant(at)}, after ${new Date(at).toISOString().slice(11, 13)}:00 UTC`;
}

export function personSentences(person: ApiPerson): string[] {
  const { lastSeenAt, keys, sessions, invitedUntil, disabledAt, createdAt } = person;
  const ways = [keys > 0 && countOf(keys, "key"), sessions > 0 && countOf(sessions, "session")].filter(
    (way) => way !== false,
  );
  return [
    disabledAt === null ? "" : `Disabled ${formatInstant(disabledAt)}: the name stays on what they wrote.`,
    lastSeenAt === null ? `Here since ${formatInstant(createdAt)}.` : `Last seen ${useInWords(lastSeenAt)}.`,
    ways.length === 0 ? "" : `Has ${listOf(ways)}.`,
    invitedUntil === null ? "" : `Invited until ${momentInWords(invitedUntil)}.`,
    standingOf(person) === "no way in" ? "Has no key, session or invitation: invite them again to let them in." : "",
  ].filter((sentence) => sentence !== "");
}

export function keySentence({ createdAt, lastUsedAt, revokedAt }: ApiKey): string {
  const used = lastUsedAt === null ? "never used" : `last used ${useInWords(lastUsedAt)}`;
  const revoked = revokedAt === null ? "" : `; revoked ${formatInstant(revokedAt)}`;
  return `Made ${formatInstant(createdAt)}, ${used}${revoked}.`;
}

export function sessionSentence({ createdAt, lastUsedAt, expiresAt }: ApiSession): string {
  const used = lastUsedAt === null ? "" : `, last used ${useInWords(lastUsedAt)}`;
  return `Begun ${formatInstant(createdAt)}${used}; ends ${formatInstant(expiresAt)}.`;
}

/** What somebody can be found by: name, address, role, and how they stand. */
export function isAbout(person: ApiPerson, words: string): boolean {
  return hasWords([person.name, person.email ?? "", person.role, standingOf(person)].join("\n"), words);
}
