import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../serve/settings.mjs";

const separator = process.platform === "win32" ? ";" : ":";

/** What the runtime under the tests says of itself, and no test asks for: cut connections, bodies that are no text. */
const RUNTIME_NOISE =
  /^(?:exception = |stack: \/|uncaught exception; |console warning; message = |.*workerd\/[\w/-]+\.c\+\+:\d+: )/;

/**
 * Runs one of the project's tools with its own output, and says whether it succeeded. A `quiet` one gives way to others,
 * and prints when it ends: nothing but its name, unless it failed.
 * @param {string} tool a name in node_modules/.bin @param {string[]} args @param {{ quiet?: boolean }} [options]
 */
export async function runTool(tool, args, { quiet = false } = {}) {
  const name = `> ${[tool, ...args].join(" ")}`;
  if (!quiet) console.log(name);
  const bin = join(root, "node_modules/.bin");
  const child = spawn(join(bin, tool), args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
    env: { ...process.env, PATH: `${bin}${separator}${process.env.PATH}`, WRANGLER_SEND_METRICS: "false" },
  });
  if (quiet && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      if (quiet) lines.push(line);
      else if (!RUNTIME_NOISE.test(line)) console.log(line);
    });
  }
  const [code] = await once(child, "close");
  if (quiet) console.log([name, ...(code === 0 ? [] : lines)].join("\n"));
  return code === 0;
}
