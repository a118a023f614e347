import { dayNumber, dayOfInstant, dayOfNumber } from "./days";
import { DomainError } from "./errors";
import { endOfDay, UTC } from "./moments";
import { COLLEAGUE_DAYS, DEFAULT_FIELDS, type LinkPurpose, sharedFields, type SharedFields } from "./sharing";

/** What somebody asks of a new link; what is left out follows from its purpose. */
export interface AskedTerms {
  purpose: LinkPurpose;
  title: string;
  note: string;
  fields: { [field in keyof SharedFields]?: boolean | undefined };
  /** Epoch milliseconds; null for none, undefined for the purpose's own. */
  expiresAt?: number | null | undefined;
  passphrase: boolean;
  viewCap: number | null;
  since: boolean;
  feeds: boolean;
}

/** What holds for a link. */
export interface LinkTerms extends Omit<AskedTerms, "fields" | "expiresAt"> {
  fields: SharedFields;
  expiresAt: number | null;
}

/**
 * The terms of a new link. Of the fields that are not named the default holds; a link for a colleague expires by itself
 * with the UTC day 30 days on unless something else is said: a page says the end of its maker's own day.
 *
 * @example termsOf({ purpose: "colleague", fields: { notes: true }, ... }, 0) // expiresAt 2678400000; sources and notes go along
 */
export function termsOf({ fields, expiresAt, ...asked }: AskedTerms, now: number): LinkTerms {
  const lastDay = dayOfNumber(dayNumber(dayOfInstant(now)) + COLLEAGUE_DAYS);
  const ends = asked.purpose === "colleague" ? endOfDay(lastDay, UTC) : null;
  return {
    ...asked,
    fields: sharedFields((field) => fields[field] ?? DEFAULT_FIELDS[field]),
    expiresAt: expiresAt === undefined ? ends : expiresAt,
  };
}

/**
 * Refuses feeds for a page that never changes: there would be nothing to follow.
 *
 * @throws {DomainError} `invalid`, naming `feeds`, for every purpose but "live"
 * @example requireLive("publication") // throws: "Only a live link can be followed ..."
 */
export function requireLive(purpose: LinkPurpose): void {
  if (purpose === "live") return;
  const detail = "Only a live link can be followed: a frozen page never changes. Leave feeds out, or make a live link.";
  throw new DomainError("invalid", detail, "feeds");
}
