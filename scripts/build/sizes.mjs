import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";

/** @typedef {{ page: string, js: number, css: number, lazy: number }} PageSize gzipped bytes */

/**
 * What each page costs a first visit: gzipped scripts (static imports included) and styles. Chunks that are imported
 * later on are summed apart, as `lazy`.
 * @param {string} webDir the built pages
 * @returns {PageSize[]}
 */
export function pageSizes(webDir) {
  const read = (path) => readFileSync(join(webDir, path));
  const gzipped = memo((path) => gzipSync(read(path), { level: 9 }).length);
  const sum = (paths) => [...paths].reduce((total, path) => total + gzipped(path), 0);
  const pages = readdirSync(webDir).filter((name) => name.endsWith(".html"));
  return pages.sort().map((page) => {
    const { scripts, styles } = linkedFiles(read(page).toString());
    const now = reach(scripts, (path) => importsOf(path, read(path).toString()).now);
    const later = reach(now, (path) => Object.values(importsOf(path, read(path).toString())).flat());
    return { page, js: sum(now), css: sum(styles), lazy: sum(later.difference(now)) };
  });
}

/** @param {string} html */
export function linkedFiles(html) {
  const find = (pattern) => new Set([...html.matchAll(pattern)].map((match) => match[1].replace(/^\//, "")));
  return {
    scripts: find(/(?:<script\b[^>]*\bsrc|<link\b[^>]*\brel="modulepreload"[^>]*\bhref)="([^"]+\.js)"/g),
    styles: find(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"/g),
  };
}

/**
 * The files a built chunk imports: at once, or later by `import()`. Chunks name each other relatively.
 * @param {string} path @param {string} code
 */
export function importsOf(path, code) {
  const find = (pattern) => [...code.matchAll(pattern)].map((match) => posix.join(posix.dirname(path), match[1]));
  return {
    now: find(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g),
    later: find(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g),
  };
}

/** All that can be reached from `start`, itself included. */
function reach(start, next) {
  const seen = new Set(start);
  for (const path of seen) for (const other of next(path)) seen.add(other);
  return seen;
}

function memo(compute) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key);
  };
}

/**
 * The table that a build prints.
 * @param {number} workerBytes gzipped @param {PageSize[]} pages
 */
export function formatSizes(workerBytes, pages) {
  const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
  const width = Math.max(12, ...pages.map(({ page }) => page.length));
  return [
    `${"gzipped kB".padEnd(width)}${["js", "css", "js + css", "lazy js"].map((name) => name.padStart(10)).join("")}`,
    ...pages.map(
      ({ page, js, css, lazy }) =>
        `${page.padEnd(width)}${[js, css, js + css, lazy].map((n) => `  ${kB(n)}`).join("")}`,
    ),
    `${"worker".padEnd(width)}  ${kB(workerBytes)}`,
  ].join("\n");
}
