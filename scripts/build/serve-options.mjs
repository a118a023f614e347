import { join } from "node:path";

/**
 * The worker as wrangler.toml describes it, in Miniflare's terms and with paths relative to the project: bindings,
 * variables, assets, compatibility date and crons. Loading wrangler takes a second, so it is done here once and not at
 * every start.
 * @param {string} root
 */
export async function describeWorker(root) {
  const { unstable_getMiniflareWorkerOptions, unstable_readConfig } = await import("wrangler");
  const { convertV4MiniflareOptions } = await import("miniflare");
  const config = unstable_readConfig({ config: join(root, "wrangler.toml") });
  // Which files become which modules is settled by the bundle.
  const { modulesRules: _rules, ...workerOptions } = unstable_getMiniflareWorkerOptions(config).workerOptions;
  // Wrangler adds what .dev.vars and .env hold; a build takes none of it along.
  workerOptions.bindings = config.vars;
  const { workers } = convertV4MiniflareOptions({
    workers: [{ ...workerOptions, rootPath: root, name: config.name, modules: true, script: "" }],
  });
  const { manifest: _placeholder, assets, ...worker } = workers[0].config;
  return { config: { ...worker, assets: { ...assets, directory: "dist/web" } }, crons: config.triggers.crons ?? [] };
}
