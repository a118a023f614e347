import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { QUIET } from "../scripts/serve/quiet.mjs";
import { root } from "../scripts/serve/settings.mjs";
import { bundleScript } from "./bundle.mjs";

/**
 * Serves one of bench's own workers on a direct socket of its own Miniflare, as `npm start` serves Signpost.
 * @param {{ name: string, entry: string, folder: string, env?: Record<string, unknown>, copies?: number, storage?: string }} options
 * `entry` from the project's folder; `copies`: how many workers of it, each in an isolate of its own; `storage`: a folder of data
 */
export async function serveScript({ name, entry, folder, env = {}, copies = 1, storage = join(folder, name) }) {
  const { config } = JSON.parse(readFileSync(join(root, "dist/serve.json"), "utf8"));
  const contents = readFileSync(await bundleScript(entry, folder, "webworker"), "utf8");
  const names = Array.from({ length: copies }, (_, number) => (number === 0 ? name : `${name}-${number}`));
  const miniflare = new Miniflare({
    ...QUIET,
    resourcePersistencePath: storage,
    workers: names.map((worker) => ({
      config: {
        name: worker,
        compatibilityDate: config.compatibilityDate,
        compatibilityFlags: config.compatibilityFlags,
        exports: {},
        manifest: { mainModule: "index.js", modulesRoot: folder, modules: { "index.js": { type: "esm", contents } } },
        env,
      },
      dev: { rootPath: root, unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] },
    })),
  });
  await miniflare.ready;
  const urls = await Promise.all(names.map((worker) => miniflare.unsafeGetDirectURL(worker)));
  const origins = urls.map(({ origin }) => origin);
  return { miniflare, origin: origins[0], origins, stop: () => miniflare.dispose() };
}
