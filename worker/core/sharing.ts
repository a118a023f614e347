/** What goes along with a link, and what stays with the analysts. */
export const SHARED_FIELDS = ["sources", "monthNote", "notes", "names", "forecasts"] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

/**
 * `sources`: titles and addresses of sources, and words quoted from them. `monthNote`: the analysts' note on the newest
 * month. `notes`: notes and reasons on events, outcomes and ratings. `names`: who wrote the month's note and who made the
 * forecasts. `forecasts`: the analysts' own probabilities for claims.
 */
export type SharedFields = Record<SharedField, boolean>;

/**
 * The fields that a question answers with yes.
 *
 * @example sharedFields((field) => field === "names").names // true, and false of all others
 */
export function sharedFields(goesAlong: (field: SharedField) => boolean): SharedFields {
  const entries = SHARED_FIELDS.map((field) => [field, goesAlong(field)]);
  return Object.fromEntries(entries) as SharedFields;
}

export const DEFAULT_FIELDS: SharedFields = {
  sources: true,
  monthNote: false,
  notes: false,
  names: false,
  forecasts: false,
};

export const LINK_PURPOSES = ["publication", "colleague", "live"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** The highest cap on how often a link may be opened. */
export const MAX_OPENS = 100_000;

/** Characters of a note to the reader, and of a correction notice. */
export const LINK_NOTE_LIMIT = 2000;

/** Days from its making to the last day of a link for a colleague. */
export const COLLEAGUE_DAYS = 30;

/** A correction that a person wrote above a frozen page, which itself is untouched. */
export interface LinkNotice {
  /** Epoch milliseconds. */
  at: number;
  text: string;
}

/** What a frozen view says of its own making: part of its bytes, and so of its hash and signature. */
export interface ViewFrozen {
  /** What went along. */
  fields: SharedFields;
  /** Hash of the ledger's head at the view's revision. */
  ledgerHead: string;
  /** SHA-256 of the link's events.csv, hex. */
  eventsCsv: string;
}
