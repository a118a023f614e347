import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "../serve/settings.mjs";

const separator = process.platform === "win32" ? ";" : ":";

/**
 * Runs one of the project's tools with its own output, and says whether it succeeded.
 * @param {string} tool a name in node_modules/.bin @param {string[]} args
 */
export async function runTool(tool, args) {
  console.log(`\n> ${[tool, ...args].join(" ")}`);
  const bin = join(root, "node_modules/.bin");
  const child = spawn(join(bin, tool), args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, PATH: `${bin}${separator}${process.env.PATH}`, WRANGLER_SEND_METRICS: "false" },
  });
  const [code] = await once(child, "exit");
  return code === 0;
}
