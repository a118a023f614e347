import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything a build is made from; a change in any of it calls for a new one. */
const SOURCES = ["worker", "web", "scripts/build", "scripts/control", "wrangler.toml", "package-lock.json"];

/**
 * A fingerprint of all sources: equal exactly when no file was added, removed or changed.
 * @param {string} root
 */
export function hashSources(root) {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of listFiles(root, source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update("\0");
  }
  return hash.digest("hex");
}

/** @returns {string[]} paths relative to root, sorted, with forward slashes */
export function listFiles(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(root, `${path}/${name}`));
}
