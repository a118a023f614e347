// Installs what the project needs, once for each lockfile, before any other script runs. Plain Node 20, no packages:
// this is the only file that runs before there are any.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Signpost needs Node 20.19 or later; this is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}

const modules = join(root, "node_modules");
const stampFile = join(modules, ".signpost-installed");
const stamp = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .update(`${process.platform}-${process.arch}`)
  .digest("hex");
// npm puts the current Node of the `node` package here, first on the path of every npm script.
const node = join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");

/** Longer than any install takes. */
const INSTALL_MS = 600_000;
const isUpToDate = () => existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp && existsSync(node);

if (!isUpToDate()) {
  mkdirSync(modules, { recursive: true });
  await alone(join(modules, ".signpost-installing"), () => {
    if (!isUpToDate()) install();
  });
}

/** Two installs at once leave a broken folder, so the second waits for the first, unless that one was killed. */
async function alone(lockFile, work) {
  while (!tryCreate(lockFile)) {
    if (isStale(lockFile)) rmSync(lockFile, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  process.once("exit", () => rmSync(lockFile, { force: true }));
  work();
}

function tryCreate(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Left by a process that was killed; a number that was given to another process since is recognised by the age. */
function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > INSTALL_MS) return true;
    process.kill(Number(readFileSync(file, "utf8")), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function install() {
  console.log("Installing dependencies (about 20 seconds, once).");
  const npmCli = process.env.npm_execpath;
  // --no-save keeps npm 10 from rewriting the lockfile; `npm run deploy --dry-run` tries a deployment out, not this.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--no-dry-run"];
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"] };
  const result = npmCli
    ? spawnSync(process.execPath, [npmCli, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (result.status !== 0) {
    console.error("The dependencies could not be installed: see npm's message above. Is the network reachable?");
    process.exit(1);
  }
  if (!existsSync(node)) {
    console.error(
      "npm did not install Node 24: are install scripts switched off (ignore-scripts)? Switch them on, or run `npm rebuild node`.",
    );
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}
