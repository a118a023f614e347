/** @param {number} count @param {string} thing @param {string} [things] */
export function counted(count, thing, things = `${thing}s`) {
  return `${count} ${count === 1 ? thing : things}`;
}

/**
 * What a backup holds, in a few words.
 * @param {{ heads: Record<string, [number, string]>, counts: Record<string, number> }} header
 */
export function contentsOf({ heads, counts }) {
  const parts = [
    counted(Object.keys(heads).length, "scenario"),
    counted(counts.entries, "ledger entry", "ledger entries"),
    counted(counts.views, "frozen view"),
    counted(counts.snapshots, "link"),
    counted(counts.analysts, "person", "people"),
    counted(counts.signing_keys, "public key"),
  ];
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** @param {number} bytes */
export function sizeOf(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Where each ledger ends, a line a scenario. @param {{ heads: Record<string, [number, string]> }} header */
export function headLines({ heads }) {
  return Object.entries(heads).map(([slug, [revision, hash]]) => `  ${slug}: revision ${revision}, head ${hash}`);
}
