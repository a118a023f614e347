import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "./build/bundle.mjs";
import { formatSizes, pageSizes } from "./build/sizes.mjs";
import { hashSources } from "./build/sources.mjs";
import { root } from "./serve/settings.mjs";
import { run } from "./serve/user-error.mjs";

const stampFile = join(root, "dist/.stamp");

/** Whether `dist/` was built from exactly these sources. */
export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === hashSources(root);
}

/** Builds if anything changed since the last build. */
export async function build() {
  if (isBuilt()) return;
  // Taken first: a file saved while the build runs leaves a stamp that no longer fits.
  const stamp = hashSources(root);
  await bundle(root);
  writeFileSync(stampFile, stamp);
}

if (import.meta.main) {
  await run(async () => {
    await build();
    const workerBytes = gzipSync(readFileSync(join(root, "dist/worker/index.js")), { level: 9 }).length;
    console.log(formatSizes(workerBytes, pageSizes(join(root, "dist/web"))));
  });
}
