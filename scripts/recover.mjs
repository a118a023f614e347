import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { now } from "./clock.mjs";
import { readConfig } from "./deploy/config.mjs";
import { BASE, writeMade } from "./deploy/own-file.mjs";
import { command } from "./serve/command.mjs";
import { readInstance } from "./serve/lock.mjs";
import { readSettings, root } from "./serve/settings.mjs";
import { run, UserError } from "./serve/user-error.mjs";

const CODE_MS = 15 * 60_000;
const USAGE =
  "Usage: npm run recover                                    an owner of the Signpost on this machine\n" +
  "       npm run recover -- --url https://... [--name NAME]  an owner of the deployed one at this address\n" +
  "       ... --local --persist-to FOLDER                     as the second, on a database of wrangler's on this machine";

/**
 * @param {string[]} args
 * @returns {{ url: string, name: string, where: string[] } | null} null for the Signpost on this machine
 */
export function readRecoverArgs(args) {
  let values;
  try {
    const text = { type: "string" };
    const options = { url: text, name: text, "persist-to": text, local: { type: "boolean" } };
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    throw new UserError(`${error.message}\n${USAGE}`);
  }
  const { url, name = "Owner", local = false, "persist-to": folder } = values;
  if (url === undefined) {
    if (args.length > 0) throw new UserError(`Where is the deployed Signpost? Give its address.\n${USAGE}`);
    return null;
  }
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) throw new UserError(`"${url}" is no address.\n${USAGE}`);
  if (name.trim() === "" || name.length > 100) throw new UserError(`A name has 1 to 100 characters.\n${USAGE}`);
  if (!local && folder !== undefined) throw new UserError(`--persist-to goes with --local.\n${USAGE}`);
  const where = local ? ["--local", ...(folder === undefined ? [] : ["--persist-to", folder])] : ["--remote"];
  return { url: new URL(url).origin, name: name.trim(), where };
}

/**
 * Makes the owner of this name if there is none, enables them, and stores the SHA-256 of a one-time sign-in code. The code
 * itself is not in it: whoever sees the statement cannot sign in.
 * @param {{ name: string, id: string, hash: string, now: number }} values
 */
export function recoverySql({ name, id, hash, now }) {
  const quoted = `'${name.replaceAll("'", "''")}'`;
  return [
    `INSERT INTO analysts (id, name, role, created_at) VALUES ('${id}', ${quoted}, 'owner', ${now}) ON CONFLICT DO NOTHING`,
    `UPDATE analysts SET disabled_at = NULL WHERE name = ${quoted} AND role = 'owner'`,
    `INSERT INTO sign_in_codes (hash, analyst, expires_at) SELECT '${hash}', id, ${now + CODE_MS} FROM analysts` +
      ` WHERE name = ${quoted} AND role = 'owner'`,
  ].join("; ");
}

async function recoverDeployed({ url, name, where }) {
  const code = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(code).digest("hex");
  const sql = recoverySql({ name, id: randomBytes(8).toString("hex"), hash, now: now() });
  const isHere = where.includes("--local");
  if (!isHere) writeMade(root, (await readConfig(root)).made);
  const args = ["d1", "execute", "DB", ...(isHere ? ["--config", BASE] : []), ...where, "--yes", "--command", sql];
  console.log(`Running: wrangler ${args.map((arg) => (arg === sql ? JSON.stringify(sql) : arg)).join(" ")}`);
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  try {
    await promisify(execFile)(process.execPath, [wrangler, ...args], {
      cwd: root,
      env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    });
  } catch (error) {
    throw new UserError(
      `wrangler could not do it, and nothing was changed:\n${error.stderr || error.stdout || error.message}`,
    );
  }
  console.log(`Sign in within 15 minutes, as ${name} (owner): ${url}/sign-in?code=${code}`);
}

async function recoverHere() {
  const { code } = await command("/recover");
  const { dataDir, port } = readSettings();
  const running = readInstance(dataDir)?.port;
  if (!running) console.log("Signpost is not running: start it with `npm start`, then open the link.");
  console.log(`Sign in within 15 minutes, as Owner: http://localhost:${running ?? port}/sign-in?code=${code}`);
}

if (import.meta.main) {
  await run(async () => {
    const deployed = readRecoverArgs(process.argv.slice(2));
    await (deployed === null ? recoverHere() : recoverDeployed(deployed));
  });
}
