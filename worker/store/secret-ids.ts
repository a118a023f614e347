/** How many hex digits of its SHA-256 name a key or a session: nobody opens anything with them. */
const ID_LENGTH = 16;

export function idOfHash(hash: string): string {
  return hash.slice(0, ID_LENGTH);
}

/**
 * The SQL that finds the row of an id, which is parameter `at`. Its hash begins with the id, and "g" comes after every hex
 * digit: so the primary key finds it. A shorter text is the beginning of many, and no id.
 *
 * @example hasId("hash", 1) // "(hash >= ?1 AND hash < ?1 || 'g' AND substr(hash, 1, 16) = ?1)"
 */
export function hasId(column: string, at: number): string {
  return `(${column} >= ?${at} AND ${column} < ?${at} || 'g' AND ${sqlId(column)} = ?${at})`;
}

/** The SQL of a row's id. */
export function sqlId(column: string): string {
  return `substr(${column}, 1, ${ID_LENGTH})`;
}
