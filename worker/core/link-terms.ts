import { DomainError } from "./errors";
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

const DAY_MS = 86_400_000;

/**
 * The terms of a new link. Of the fields that are not named the default holds; a link for a colleague expires by itself
 * after 30 days unless something else is said.
 *
 * @example termsOf({ purpose: "colleague", fields: { notes: true }, ... }, 0) // expiresAt 2592000000; sources and notes go along
 */
export function termsOf({ fields, expiresAt, ...asked }: AskedTerms, now: number): LinkTerms {
  const ends = asked.purpose === "colleague" ? now + COLLEAGUE_DAYS * DAY_MS : null;
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
