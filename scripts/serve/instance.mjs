import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import workerd from "workerd";
import { clockAhead } from "../clock.mjs";
import { checkData } from "./check-data.mjs";
import { overwriteRemoved } from "./overwrite.mjs";
import { portTaken } from "./ports.mjs";
import { QUIET } from "./quiet.mjs";
import { sayOfRuntime } from "./runtime-log.mjs";
import { readSecrets } from "./secrets.mjs";
import { root } from "./settings.mjs";
import { UserError } from "./user-error.mjs";

const MODULE_TYPES = { ".js": "esm", ".wasm": "wasm", ".bin": "data", ".txt": "text", ".html": "text", ".sql": "text" };

/**
 * Runs the built workers on the database in `dataDir`: the control worker always, and the public one where there are
 * addresses to serve it at.
 *
 * The sockets lead straight to the public worker. Miniflare's own way in is slower and would serve files without the
 * worker; it listens on a random port of this machine, and any local program can reach any worker through it. Hence
 * the control worker's token, which is new at every start and known to this process only.
 * @param {{ dataDir: string, port?: number, addresses?: string[], plan?: "free" | null }} options
 */
export async function startInstance({ dataDir, port, addresses = [], plan = null }) {
  checkData(dataDir);
  // What an instance that was killed could not do at its end.
  overwriteRemoved(dataDir);
  const { config } = JSON.parse(readFileSync(join(root, "dist/serve.json"), "utf8"));
  const token = randomBytes(32).toString("hex");
  const secrets = readSecrets(dataDir);
  const local = { LOCAL: "1", CLOCK_AHEAD: String(clockAhead()), ...(plan && { PLAN: plan }) };
  const database = Object.fromEntries(Object.entries(config.env).filter(([, binding]) => binding.type === "d1"));
  const shared = {
    compatibilityDate: config.compatibilityDate,
    compatibilityFlags: config.compatibilityFlags,
    exports: {},
  };
  const worker = {
    ...config,
    manifest: readModules("dist/worker"),
    env: { ...config.env, ...texts({ ...local, ...secrets }) },
    assets: { ...config.assets, directory: join(root, config.assets.directory) },
    triggers: [],
  };
  const controlWorker = {
    ...shared,
    name: "control",
    manifest: readModules("dist/control"),
    env: { ...database, ...texts({ ...local, ...secrets, CONTROL_TOKEN: token }) },
  };
  // A worker has one socket; those that follow stand for one address each and pass on to the public worker.
  const doors = addresses.map((host, index) => ({
    config: { ...shared, name: `door-${index}`, manifest: EMPTY_MODULE, env: {} },
    dev: {
      rootPath: root,
      unsafeDirectSockets: [{ host: host === "::1" ? "[::1]" : host, port, serviceName: worker.name }],
    },
  }));
  guardWorkerd();
  const miniflare = new Miniflare({
    ...QUIET,
    handleStructuredLogs: sayOfRuntime,
    // The folder that `wrangler dev --persist-to` uses as well.
    resourcePersistencePath: join(dataDir, "v3"),
    workers: [
      { config: controlWorker, dev: { rootPath: root, unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] } },
      ...(doors.length > 0 ? [{ config: worker, dev: { rootPath: root } }, ...doors] : []),
    ],
  });
  try {
    await miniflare.ready;
  } catch (error) {
    await miniflare.dispose();
    throw error.code === "ERR_ADDRESS_IN_USE" ? new UserError(portTaken(port)) : error;
  }
  /**
   * @param {string} path @param {unknown} [body]
   * @returns {Promise<Response>}
   */
  const control = async (path, body) =>
    // Asked for each time: if workerd crashes, Miniflare starts another, which has another port.
    fetch(new URL(path, await miniflare.unsafeGetDirectURL("control")), {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify(body ?? {}),
    });
  return { control: control, stop: () => miniflare.dispose() };
}

/** @param {Record<string, string>} values */
function texts(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { type: "text", value }]));
}

const EMPTY_MODULE = {
  mainModule: "index.js",
  modulesRoot: root,
  modules: { "index.js": { type: "esm", contents: "export default {};" } },
};

function readModules(folder) {
  const directory = join(root, folder);
  const modules = {};
  for (const name of readdirSync(directory)) {
    const type = MODULE_TYPES[extname(name)];
    if (type === undefined) continue;
    const bytes = readFileSync(join(directory, name));
    modules[name] = { type, contents: type === "wasm" || type === "data" ? bytes : bytes.toString() };
  }
  return { mainModule: "index.js", modulesRoot: directory, modules };
}

/** Has workerd end with this process even if this one is killed outright. Windows ends children by itself. */
function guardWorkerd() {
  if (process.platform === "win32") return;
  const guard = fileURLToPath(new URL("workerd.sh", import.meta.url));
  try {
    accessSync(guard, constants.X_OK);
  } catch {
    // A download as an archive loses the mark.
    chmodSync(guard, 0o755);
  }
  process.env.SIGNPOST_WORKERD = workerd.default;
  process.env.MINIFLARE_WORKERD_PATH = guard;
}
