import { spawn } from "node:child_process";
import { UserError } from "../serve/user-error.mjs";

/**
 * Runs the `wrangler` on the PATH, which npm sets to this project's own.
 * @param {string} root
 */
export function wranglerIn(root) {
  /**
   * @param {string[]} args
   * @param {{ input?: string, show?: boolean }} [options] `input` goes in by stdin, so that no list of processes shows it
   * @returns {Promise<{ code: number, out: string, err: string }>}
   */
  return (args, { input, show = false } = {}) =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true", CI: "true" };
      const child = spawn("wrangler", args, { cwd: root, env, shell: process.platform === "win32" });
      const read = { out: "", err: "" };
      for (const [stream, name, screen] of [
        [child.stdout, "out", process.stdout],
        [child.stderr, "err", process.stderr],
      ]) {
        stream.on("data", (bytes) => {
          read[name] += bytes;
          if (show) screen.write(bytes);
        });
      }
      child.on("error", () => reject(new UserError("There is no wrangler. Run `npm install`, then `npm run deploy`.")));
      child.on("close", (code) => resolve({ code: code ?? 1, ...read }));
      // A wrangler that ends without reading is told of by its exit code.
      child.stdin.on("error", () => {});
      child.stdin.end(input ?? "");
    });
}

/** Runs it and takes nothing but success. */
export async function mustRun(wrangler, args, options = {}) {
  const { code, out, err } = await wrangler(args, options);
  if (code !== 0) throw new UserError(`\`wrangler ${args.join(" ")}\` did not succeed:\n${err || out}`);
  return out;
}

/**
 * The JSON in what wrangler prints; it may print other lines before it.
 * @param {string} text
 */
export function jsonIn(text) {
  const start = text.search(/^[[{]/m);
  try {
    return JSON.parse(text.slice(start));
  } catch {
    throw new UserError(`wrangler answered something that could not be read:\n${text}`);
  }
}
