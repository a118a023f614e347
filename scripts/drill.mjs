// A restore drill: a backup that nobody has ever restored is a hope. Nothing of the Signpost that is backed up is changed.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readFileArgs, withSignpost } from "./backup/args.mjs";
import { compare } from "./backup/compare.mjs";
import { checkedLines, checkFile } from "./backup/lines.mjs";
import { sayMac } from "./backup/mac.mjs";
import { makeBackup } from "./backup/make.mjs";
import { remote } from "./backup/remote.mjs";
import { takeIn } from "./backup/take-in.mjs";
import { contentsOf, sizeOf } from "./backup/words.mjs";
import { build } from "./build.mjs";
import { now } from "./clock.mjs";
import { result } from "./serve/answer.mjs";
import { startInstance } from "./serve/instance.mjs";
import { migrate } from "./serve/prepare.mjs";
import { run, UserError } from "./serve/user-error.mjs";

const USAGE =
  "Usage: npm run drill                                      a backup of the Signpost on this machine\n" +
  "       npm run drill -- FILE                              a backup that you have\n" +
  "       SIGNPOST_KEY=sp_... npm run drill -- --url https://...   a backup of the deployed one at this address\n" +
  "       ... --link https://.../s/...                       and opens the link with this address in the copy";

/** @param {string[]} args */
function readArgs(args) {
  const at = args.findIndex((arg) => arg === "--link" || arg.startsWith("--link="));
  if (at < 0) return { ...readFileArgs(args, USAGE), link: null };
  const own = args.slice(at, args[at] === "--link" ? at + 2 : at + 1);
  const rest = args.toSpliced(at, own.length);
  const { link } = parseArgs({ args: own, options: { link: { type: "string" } }, strict: false }).values;
  const path = typeof link === "string" && URL.canParse(link) ? new URL(link).pathname : "";
  if (!/^\/s\/[\w-]+$/.test(path)) throw new UserError(`--link takes the whole address of a link.\n${USAGE}`);
  return { ...readFileArgs(rest, USAGE), link: path };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** The first frozen link of a backup that opens without a button. @param {string} file */
async function openLink(file) {
  const at = now();
  for await (const { content } of checkedLines(file)) {
    const { table, row } = content;
    if (table !== "snapshots" || row.viewHash === "" || row.withdrawnAt !== null || row.pausedAt !== null) continue;
    const isGuarded = row.passphraseMac !== null || row.viewCap !== null;
    if (!isGuarded && (row.expiresAt === null || row.expiresAt > at)) return row;
  }
  return null;
}

/** Opens a link in the copy and compares its bytes with the hash in the file. */
async function openInCopy({ origin, ask, file, link }) {
  if (link !== null) {
    const page = await fetch(`${origin}${link}`, { redirect: "manual" });
    if (page.status !== 200) throw new UserError(`The link does not open in the copy: it answered ${page.status}.`);
    console.log("4. Opened your link in the copy: its page is there.");
    return;
  }
  const row = await openLink(file);
  if (row === null)
    return console.log("4. No link opened: the backup has no frozen link that is open without a passphrase.");
  // Tokens are in no backup, so that a second link to the same frozen view is made, in the copy alone.
  const { key } = await ask("/key", { name: "Restore drill", role: "owner" });
  const again = await fetch(`${origin}/api/v1/snapshots/${row.id}/again`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
  });
  const made = await again.json();
  if (again.status !== 201) throw new UserError(`The copy makes no link to a frozen view: ${made.detail}`);
  const view = await fetch(`${origin}${new URL(made.url).pathname}/view.json`);
  const hash = createHash("sha256").update(Buffer.from(await view.arrayBuffer()));
  if (view.status !== 200 || hash.digest("hex") !== row.viewHash) {
    throw new UserError(`The frozen view of the link "${row.title}" is another in the copy.`);
  }
  console.log(`4. Opened the frozen view of the link "${row.title}" in the copy: byte for byte the same.`);
}

/** Whom a restore could lock out: an owner who is disabled in the backup, or else any. @param {string} file */
async function ownerIn(file) {
  let found = null;
  for await (const { content } of checkedLines(file)) {
    if (content.table !== "analysts" || content.row.role !== "owner") continue;
    if (content.row.disabledAt !== null) return content.row.name;
    found ??= content.row.name;
  }
  return found ?? "Owner";
}

/** As into a deployment: by the API, with the key of somebody whom the backup knows, stopped half-way and gone on with. */
async function restoreAsOwner({ origin, ask, file }) {
  const { key } = await ask("/key", { name: await ownerIn(file), role: "owner" });
  const owner = remote(origin, key);
  const stopped = new Error("Stopped half-way");
  const stopping = async (path, body) => {
    const answer = await owner(path, body);
    if (path === "/restore/lines") throw stopped;
    return answer;
  };
  const checked = await checkFile(file);
  await takeIn(stopping, file, checked).catch((error) => {
    if (error !== stopped) throw error;
  });
  const { unfinished } = await ask("/verify");
  if (unfinished === null) throw new UserError("The copy does not say that its restore is not finished.");
  const { lines, from } = await takeIn(owner, file, checked);
  // Refused to whoever was locked out.
  await owner("/backup/check", checked.end);
  const went = `stopped after line ${from - 1}, which the copy said, and gone on with`;
  console.log(`2. Restored all ${lines} lines into an empty Signpost in a temporary folder, ${went}.`);
}

/** @param {{ file: string, link: string | null, dataDir: string }} what */
async function restoreCopy({ file, link, dataDir }) {
  await build();
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const copy = await startInstance({ dataDir, port, addresses: ["127.0.0.1"] });
  try {
    await migrate(copy.control);
    const ask = async (path, body = {}) => result(await copy.control(path, body));
    const origin = `http://127.0.0.1:${port}`;
    await restoreAsOwner({ origin, ask, file });
    const { reports, frozen } = await ask("/verify");
    const found = await compare(ask, file);
    const problems = [
      ...reports.flatMap((report) => report.problems),
      ...frozen.problems,
      ...found.problems,
      ...found.changed,
    ];
    // Whoever restored may be there beside the backup's people.
    const { analysts = 0, ...others } = found.added;
    const isMore = found.more && (analysts !== 1 || Object.keys(others).length > 0);
    if (problems.length > 0 || isMore) {
      throw new UserError(["The copy is not what the backup says:", ...problems.slice(0, 10)].join("\n  "));
    }
    console.log("3. Verified the copy: all hashes and signatures agree, and it equals the backup in every field.");
    await openInCopy({ origin, ask, file, link });
  } finally {
    await copy.stop();
  }
}

await run(async () => {
  const { file, url, link } = readArgs(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), "signpost-drill-"));
  const start = performance.now();
  try {
    const backup = file ?? join(folder, "backup.jsonl");
    if (file === null) {
      await withSignpost(url, async (ask) => {
        const { bytes, header } = await makeBackup(ask, backup);
        console.log(`1. Backed up: ${contentsOf(header)}, ${sizeOf(bytes)}.`);
        await sayMac(ask, (await checkFile(backup)).end, "The backup");
      });
    } else console.log(`1. Took the backup ${file}.`);
    await restoreCopy({ file: backup, link, dataDir: join(folder, "data") });
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`The drill went well, in ${seconds} s. The copy is deleted; your Signpost was not touched.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
