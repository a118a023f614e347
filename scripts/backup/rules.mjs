/** @typedef {Record<string, any>} Row */

/**
 * How a field may rightly differ between a backup and a Signpost that lived on. Whatever is not named must be the same.
 * - `set`: people change it, so that it is told.
 * - `fills`: it was empty.
 * - `grows`: it is counted, or empty before the first.
 * - `head`: it belongs to the ledger's head; while that is the same it may grow.
 * - `apart`: it must be the same, also of a view that came in this one's place.
 * - `view`: a view from which texts were removed has another hash.
 * @typedef {"set" | "fills" | "grows" | "head" | "apart" | "view"} Rule
 */

/** What people may change of a link and of a person, in their words. */
const LINK_WORDS = {
  tokenHash: "address",
  title: "title",
  note: "note",
  expiresAt: "end",
  pausedAt: "pause",
  passphraseMac: "passphrase",
  viewCap: "cap",
  since: "whether readers see what changed since",
  feeds: "whether readers may follow it",
  notices: "notices",
  withdrawnAt: "withdrawal",
  withdrawnBy: "who withdrew it",
  withdrawnReason: "reason of its withdrawal",
};
const PERSON_WORDS = { name: "name", role: "role", email: "e-mail address", disabledAt: "whether they may get in" };

/** @param {Record<string, string>} words @returns {Record<string, Rule>} */
const set = (words) => Object.fromEntries(Object.keys(words).map((field) => [field, "set"]));

/**
 * Every table of a backup: what a row is called, the fields of its key, and the rules of others.
 * @type {Record<string, { word: string, key: string[], rules: Record<string, Rule>, words?: Record<string, string>, label?: string }>}
 */
export const TABLES = {
  analysts: { word: "person", key: ["id"], rules: set(PERSON_WORDS), words: PERSON_WORDS, label: "name" },
  signing_keys: { word: "public key", key: ["id"], rules: {} },
  commits: { word: "commit", key: ["scenario", "revision"], rules: {} },
  entries: { word: "ledger entry", key: ["scenario", "revision", "ordinal"], rules: {} },
  views: {
    word: "frozen view",
    key: ["hash"],
    rules: {
      scenario: "apart",
      revision: "apart",
      asOf: "apart",
      signature: "fills",
      signingKey: "fills",
      signedAt: "fills",
      headHash: "fills",
    },
  },
  view_files: { word: "part of a frozen view's events.csv", key: ["viewHash", "part"], rules: {} },
  view_images: { word: "picture of a frozen view", key: ["viewHash"], rules: {} },
  said_months: { word: "recorded month-end", key: ["scenario", "month"], rules: {} },
  scenarios: {
    word: "registration",
    key: ["slug"],
    rules: { headRevision: "grows", headHash: "head", refPrefix: "head", nextRef: "head" },
  },
  snapshots: {
    word: "link",
    key: ["id"],
    rules: { ...set(LINK_WORDS), viewHash: "view", opens: "grows", lastOpenedAt: "grows" },
    words: LINK_WORDS,
    label: "title",
  },
};

const isEmpty = (value) => value === null || value === "";

/**
 * How one field of a row in the file stands to the one here.
 * @param {Rule} rule @param {string} field @param {Row} theirs @param {Row} ours @param {Map<string, string>} earlier the
 * hashes that views here had before, with those that they have
 * @returns {"same" | "told" | "grown" | "other"}
 */
export function standingOf(rule, field, theirs, ours, earlier) {
  const [then, now] = [theirs[field], ours[field]];
  if (then === now) return "same";
  if (rule === "set") return "told";
  const grew = isEmpty(then) || (typeof then === "number" && now > then);
  if (rule === "grows" && grew) return "grown";
  if (rule === "fills" && isEmpty(then)) return "grown";
  if (rule === "head" && (grew || theirs.headRevision !== ours.headRevision)) return "grown";
  return rule === "view" && earlier.get(then) === now ? "grown" : "other";
}
