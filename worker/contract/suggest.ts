/** Which known key a person may have meant. */

/** "Visit " -> "visit", "pipeline-finance" -> null. Null unless one key is plainly the nearest. */
export function suggestKey(value: string, keys: readonly string[]): string | null {
  if (value.length > 60) return null;
  const plain = toKey(value);
  let best: string | null = null;
  let bestDistance = 3;
  for (const key of keys) {
    const distance = toKey(key) === plain ? 0 : editDistance(plain, key);
    if (distance < bestDistance && distance * 3 <= key.length) {
      best = key;
      bestDistance = distance;
    }
  }
  return best;
}

/** At most 30 keys as a list for a sentence. */
export function listKeys(keys: readonly string[]): string {
  const more = keys.length > 30 ? ` and ${keys.length - 30} more` : "";
  return keys.slice(0, 30).join(", ") + more;
}

function toKey(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

/** Levenshtein distance, two rows at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
