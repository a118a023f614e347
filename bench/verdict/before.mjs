import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/serve/settings.mjs";

/** The last commit that sorted all slopes and residuals anew. */
export const BEFORE = "3747067";

/**
 * Writes a worker that times today's verdicts beside those of the earlier commit into `folder`; beside nothing where this
 * copy has no history.
 * @param {string} folder
 * @returns {{ entry: string, compared: boolean }}
 */
export function writeEntry(folder) {
  const before = join(folder, "before");
  const compared = unpack(before);
  const lines = [
    exportAll(folder, "now", join(root, "worker/core"), ["verdict", "trend"]),
    `import { verdictWorker } from "${join(root, "bench/verdict/worker.mjs")}";`,
    compared
      ? exportAll(folder, "before", join(before, "worker/core"), ["verdict", "trend", "trend-sweep"])
      : "const before = undefined;",
    "export default verdictWorker({ now, before });",
  ];
  const entry = join(folder, "verdict.mjs");
  writeFileSync(entry, lines.join("\n"));
  return { entry, compared };
}

/** Writes a file of all that some modules export, and gives the line that imports it under a name. */
function exportAll(folder, name, core, modules) {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, modules.map((module) => `export * from "${join(core, `${module}.ts`)}";`).join("\n"));
  return `import * as ${name} from "${file}";`;
}

function unpack(folder) {
  mkdirSync(folder);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  try {
    const tar = execFileSync("git", ["archive", BEFORE, "worker", "tsconfig.base.json"], {
      cwd: root,
      maxBuffer: 2 ** 28,
      stdio: "pipe",
    });
    execFileSync("tar", ["-x", "-C", folder], { input: tar });
    return true;
  } catch {
    return false;
  }
}
