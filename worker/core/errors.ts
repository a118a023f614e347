/** What can go wrong in the domain. The HTTP layer gives each code its status; no number of it lives here. */
export const ERROR_CODES = [
  "invalid",
  "not-found",
  "no-such-method",
  "conflict",
  "stale-version",
  "version-required",
  "revision-taken",
  "unauthenticated",
  "forbidden",
  "too-large",
  "withdrawn",
  "expired",
  "too-many",
  "not-configured",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A refusal that a person can act on: `message` says what to do, `field` names the member at fault, `details` carries
 * what the caller needs to recover (the current version, the list of faulty fields).
 *
 * @example new DomainError("invalid", "Give the date as YYYY-MM-DD or YYYY-MM.", "date")
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field?: string,
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = "DomainError";
  }
}
