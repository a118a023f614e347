/** What the database itself says, of SQLite on this machine and of D1, and what it means. */
const TROUBLES: readonly (readonly [RegExp, string])[] = [
  [/SQLITE_CORRUPT|SQLITE_NOTADB|disk image is malformed|file is not a database/, "The database is damaged."],
  [/SQLITE_FULL|database or disk is full|exceeded maximum db size/i, "The database is full, and takes nothing new."],
  [
    /SQLITE_(READONLY|CANTOPEN|IOERR|PERM)|readonly database|unable to open database|disk I\/O error/,
    "The database cannot be written.",
  ],
  // What workerd does not say plainly to a worker it prints itself.
  [/internal error; reference = /, "The database does not answer: it may be full, damaged or not to be written."],
];
const HELP =
  'Nothing was overwritten. Whoever runs this Signpost finds what to do in docs/backup.md, under "When the database fails".';

/**
 * What to say where the database is damaged, full or cannot be written, from its own words; null where they say nothing of it.
 *
 * @example databaseTrouble("D1_ERROR: database or disk is full: SQLITE_FULL") // "The database is full, and takes nothing new. ..."
 */
export function databaseTrouble(message: string): string | null {
  const [, words] = TROUBLES.find(([pattern]) => pattern.test(message)) ?? [];
  return words === undefined ? null : `${words} ${HELP}`;
}
