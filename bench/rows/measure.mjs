import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { QUIET } from "../../scripts/serve/quiet.mjs";
import { readSecrets } from "../../scripts/serve/secrets.mjs";
import { root } from "../../scripts/serve/settings.mjs";

/**
 * What requests cost that do not say it themselves, as those under a link: in rows, the second time each is sent. The
 * instance in `dataDir`, which was at `origin`, must have been stopped.
 * @param {string} dataDir @param {string} origin @param {import("../load.mjs").Call[]} calls
 * @returns {Promise<{ read: number, written: number }[]>}
 */
export async function countRows(dataDir, origin, calls) {
  const { config } = JSON.parse(readFileSync(join(root, "dist/serve.json"), "utf8"));
  const texts = Object.entries({ LOCAL: "1", ...readSecrets(dataDir) });
  const worker = {
    ...config,
    manifest: { mainModule: "rows.js", modulesRoot: join(root, "dist/worker"), modules: modules() },
    env: { ...config.env, ...Object.fromEntries(texts.map(([name, value]) => [name, { type: "text", value }])) },
    assets: { ...config.assets, directory: join(root, config.assets.directory) },
    triggers: [],
  };
  const miniflare = new Miniflare({
    ...QUIET,
    resourcePersistencePath: join(dataDir, "v3"),
    workers: [{ config: worker, dev: { rootPath: root } }],
  });
  try {
    const costs = [];
    for (const { path, headers, status = 200 } of calls) {
      const call = { address: origin + path, headers, status };
      await cost(miniflare, call);
      costs.push(await cost(miniflare, call));
    }
    return costs;
  } finally {
    await miniflare.dispose();
  }
}

async function cost(miniflare, { address, headers, status }) {
  const answer = await (await miniflare.dispatchFetch(address, { headers })).json();
  if (answer.status !== status) throw new Error(`${address} answered ${answer.status}, not ${status}`);
  return answer.rows;
}

const TYPES = { js: "esm", wasm: "wasm", bin: "data", txt: "text", html: "text", sql: "text" };

/** The built worker's modules, and the one that stands around them. */
function modules() {
  const folder = join(root, "dist/worker");
  const built = readdirSync(folder).flatMap((name) => {
    const type = TYPES[name.split(".").at(-1)];
    if (type === undefined) return [];
    const bytes = readFileSync(join(folder, name));
    return [[name, { type, contents: type === "wasm" || type === "data" ? bytes : bytes.toString() }]];
  });
  const around = readFileSync(join(root, "bench/rows/worker.mjs"), "utf8");
  return { ...Object.fromEntries(built), "rows.js": { type: "esm", contents: around } };
}
