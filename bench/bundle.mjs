import { join } from "node:path";
import { build } from "vite";
import { root } from "../scripts/serve/settings.mjs";

/**
 * Bundles one of bench's own files into `folder` and returns the path of the result.
 * @param {string} entry from the project's folder @param {string} folder @param {"node" | "webworker"} target
 */
export async function bundleScript(entry, folder, target = "node") {
  const outDir = join(folder, `bundle-${target}`);
  const conditions = target === "node" ? ["node", "import", "default"] : ["workerd", "worker", "import", "default"];
  await build({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    ssr: { noExternal: true, target, resolve: { conditions } },
    resolve: { alias: target === "node" ? [{ find: /^(\.\.\/store|\.)\/hash$/, replacement: FAST_HASH }] : [] },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: "es2024",
      rolldownOptions: { output: { entryFileNames: "index.mjs" } },
    },
  });
  return join(outDir, "index.mjs");
}

const FAST_HASH = join(root, "bench/seed/hash.mjs");
