import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { UserError } from "../serve/user-error.mjs";
import { describeWorker } from "./serve-options.mjs";

const COMPILE_MS = 120_000;

/**
 * Builds the pages (`dist/web`), the worker (`dist/worker`), the control worker (`dist/control`) and `dist/serve.json`,
 * what `npm start` needs of wrangler.toml. The worker is bundled by wrangler itself, so what runs locally is what would
 * be deployed.
 * @param {string} root
 */
export async function bundle(root) {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  // Wrangler looks at this folder before its own build command has made it.
  mkdirSync(join(root, "dist/web"), { recursive: true });
  const [, , worker] = await Promise.all([bundleWorker(root), bundleControl(root), describeWorker(root)]);
  writeFileSync(join(root, "dist/serve.json"), JSON.stringify(worker, null, 2));
}

/** Runs wrangler's [build] command, which builds the pages, and bundles the worker. */
async function bundleWorker(root) {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const env = {
    ...process.env,
    PATH: `${join(root, "node_modules/.bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
    // No banner means no look for a newer version either: a build asks nothing of the network.
    WRANGLER_HIDE_BANNER: "true",
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_WRITE_LOGS: "false",
    CI: "true",
  };
  // Named, for a deployment's own file beside it would come first.
  const args = [wrangler, "deploy", "--dry-run", "--config", "wrangler.toml", "--outdir", "dist/worker"];
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, env, timeout: COMPILE_MS });
  } catch (error) {
    throw new UserError(`The build failed.\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
  }
}

/** The control worker never leaves this machine, so it is bundled directly. */
async function bundleControl(root) {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    ssr: { noExternal: true, target: "webworker", resolve: { conditions: ["workerd", "worker", "import", "default"] } },
    build: {
      ssr: "scripts/control/worker.ts",
      outDir: "dist/control",
      target: "es2024",
      rolldownOptions: { output: { entryFileNames: "index.js" } },
    },
  });
}
