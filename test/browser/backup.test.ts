/** The commands that back up, restore, verify and drill, as real processes. */
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, startServer, type TestServer } from "./harness/server";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "signpost-backup-"));
const data = join(folder, "data");
const copied = join(folder, "copied");
const file = join(folder, "signpost.jsonl");
const SLUG = "pakistan-russia-2012";
const EQUAL = "File and Signpost are equal";

let server: TestServer;
let key = "";
let link = "";

interface Ran {
  code: number;
  output: string;
}

/** One of the commands on a data folder, with the key of an owner of the running server. */
async function run(script: string, args: string[], dataDir = data, ownKey = key): Promise<Ran> {
  const env = { ...process.env, SIGNPOST_DATA: dataDir, SIGNPOST_KEY: ownKey };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [`scripts/${script}.mjs`, ...args], {
      cwd: root,
      env,
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

async function viewOf(address: string): Promise<string> {
  const answer = await fetch(`${address}/view.json`);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
}

beforeAll(async () => {
  server = await startServer({ dataDir: data });
  key = await server.key("owner");
  const answer = await fetch(`${server.url}/api/v1/scenarios/${SLUG}/snapshots`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ title: "To be restored" }),
  });
  link = ((await answer.json()) as { url: string }).url;
  const made = await run("backup", [file]);
  expect([made.code, made.output]).toEqual([0, expect.stringContaining("1 frozen view, 1 link")]);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup is made while it runs, for its user alone, and never over a file that is there", async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const before = readFileSync(file);
  const again = await run("backup", [file]);
  expect([again.code, again.output]).toEqual([1, expect.stringContaining("is there already. Give another name.")]);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("verify says that file and Signpost are equal, here and by the address of one elsewhere", async () => {
  for (const args of [[file], [file, "--url", server.url]]) {
    const { code, output } = await run("verify", args);
    expect([code, output]).toEqual([0, expect.stringContaining(EQUAL)]);
  }
});

test("a backup by the address of one elsewhere holds the same rows", async () => {
  const other = join(folder, "by-address.jsonl");
  expect((await run("backup", [other, "--url", server.url])).code).toBe(0);
  const rows = (path: string): string[] =>
    readFileSync(path, "utf8")
      .trimEnd()
      .split("\n")
      .slice(1, -1)
      .map((line) => JSON.stringify(JSON.parse(line).row));
  expect(rows(other)).toEqual(rows(file));
});

test("a file that was changed or cut is refused with its line, by restore and verify, and nothing is restored", async () => {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const wrong = join(folder, "wrong.jsonl");
  const changed = lines.with(19, (lines[19] ?? "").replace('"n":20', '"n":21'));
  const cases: [string[], string][] = [
    [changed, "Line 20 of"],
    [lines.slice(0, 40), "ends at line 40, without its end: it was cut."],
  ];
  for (const [content, problem] of cases) {
    writeFileSync(wrong, `${content.join("\n")}\n`);
    for (const script of ["restore", "verify"]) {
      const { code, output } = await run(script, [wrong], join(folder, "refused"));
      expect([script, code, output]).toEqual([script, 1, expect.stringContaining(problem)]);
    }
  }
  const after = await run("restore", [file], join(folder, "refused"));
  expect([after.code, after.output]).toEqual([0, expect.not.stringContaining("Went on")]);
});

test("a file that was changed and summed anew is told from a true one, and refused; elsewhere its MAC tells nothing", async () => {
  const forged = join(folder, "forged.jsonl");
  let sum = "";
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const summed = lines.map((line) => {
    const { sum: _sum, ...content } = JSON.parse(line);
    if (content.table === "snapshots") content.row.passphraseMac = "0".repeat(64);
    const text = JSON.stringify(content);
    sum = createHash("sha256").update(`${sum}\n${text}`).digest("hex");
    return `${text.slice(0, -1)},"sum":"${sum}"}\n`;
  });
  writeFileSync(forged, summed.join(""));
  const told = await run("verify", [forged]);
  expect([told.code, told.output]).toEqual([1, expect.stringContaining("was changed and summed anew")]);
  const data2 = join(folder, "same-secrets");
  mkdirSync(data2);
  copyFileSync(join(data, "secrets.json"), join(data2, "secrets.json"));
  const refused = await run("restore", [forged], data2);
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("Do not restore it")]);
  // Refused before anything was written: the true file goes in.
  expect((await run("restore", [file], data2)).output).toContain("Its MAC is right");
  const elsewhere = await run("restore", [forged], join(folder, "other-secrets"));
  expect([elsewhere.code, elsewhere.output]).toEqual([0, expect.stringContaining("Its MAC is by another LINK_SECRET")]);
  // Against the true rows it is told which field differs, and that either may be the right one.
  const compared = await run("verify", [file], join(folder, "other-secrets"));
  expect([compared.code, compared.output]).toEqual([
    1,
    expect.stringContaining('The link "To be restored": passphrase'),
  ]);
});

test("a restore that was killed keeps npm start waiting, and the same command goes on with it", async () => {
  const half = join(folder, "half");
  // Kills its own process once some lines are in.
  const killed = `
    import { withInstance } from "./scripts/serve/command.mjs";
    import { checkFile } from "./scripts/backup/lines.mjs";
    import { takeIn } from "./scripts/backup/take-in.mjs";
    const { SIGNPOST_DATA, BACKUP } = process.env;
    await withInstance(async (ask) => takeIn(async (path, body) => {
      const answer = await ask(path, body);
      if (path === "/restore/lines") process.kill(process.pid, "SIGKILL");
      return answer;
    }, BACKUP, await checkFile(BACKUP)), SIGNPOST_DATA);`;
  const env = { ...process.env, SIGNPOST_DATA: half, BACKUP: file };
  const ended = promisify(execFile)(process.execPath, ["--input-type=module", "-e", killed], { cwd: root, env });
  await expect(ended).rejects.toMatchObject({ signal: "SIGKILL" });
  await expect(startServer({ dataDir: half })).rejects.toThrow("A backup is half restored into this data folder.");
  const unfinished = await run("verify", [], half);
  expect(unfinished).toEqual({
    code: 1,
    output: expect.stringMatching(
      /^A restore is not finished here: of the backup, line \d+ is needed next\. Nothing is wrong/,
    ),
  });
  const again = await run("restore", [file], half);
  expect([again.code, again.output]).toEqual([
    0,
    expect.stringMatching(/^Went on at line \d{2,}, where the restore of/m),
  ]);
  expect((await run("verify", [file], half)).output).toContain(EQUAL);
});

test("a restore into a Signpost that has data is refused", async () => {
  const { code, output } = await run("restore", [file]);
  expect([code, output]).toEqual([1, expect.stringContaining("There is data here already.")]);
});

test("what is restored starts with the same links, and is equal until more is logged", async () => {
  expect((await run("restore", [file], copied)).code).toBe(0);
  expect((await run("verify", [file], copied)).output).toContain(EQUAL);
  const copy = await startServer({ dataDir: copied });
  try {
    expect(copy.output()).not.toContain("Loading the scenario");
    expect(await viewOf(copy.url + new URL(link).pathname)).toBe(await viewOf(link));
    const own = await copy.key("owner", "Somebody new");
    await fetch(`${copy.url}/api/v1/scenarios/${SLUG}/attestations`, {
      method: "POST",
      headers: { Authorization: `Bearer ${own}`, "Content-Type": "application/json" },
      body: JSON.stringify({ month: "2025-10", note: "Three papers" }),
    });
    const { code, output } = await run("verify", [file], copied);
    expect([code, output]).toEqual([0, expect.stringMatching(/more has been added since:\n.*: revision \d+ in the/)]);
  } finally {
    await copy.stop();
  }
});

test("by its address an empty Signpost elsewhere is restored, verified, and opens the link", async () => {
  const port = await freePort();
  // As a new deployment is: tables, and nothing in them but the owner who restores.
  const empty = `
    import { mkdirSync } from "node:fs";
    import { startInstance } from "./scripts/serve/instance.mjs";
    import { migrate } from "./scripts/serve/prepare.mjs";
    const dataDir = process.env.SIGNPOST_DATA;
    mkdirSync(dataDir);
    const { control } = await startInstance({ dataDir, port: ${port}, addresses: ["127.0.0.1"] });
    await migrate(control);
    console.log((await (await control("/key", { name: "Deployer", role: "owner" })).json()).key);`;
  const env = { ...process.env, SIGNPOST_DATA: join(folder, "elsewhere") };
  const elsewhere = spawn(process.execPath, ["--input-type=module", "-e", empty], { cwd: root, env });
  try {
    const [printed] = (await once(elsewhere.stdout, "data")) as [Buffer];
    const url = `http://127.0.0.1:${port}`;
    const own = printed.toString().trim();
    const restored = await run("restore", [file, "--url", url], data, own);
    expect([restored.code, restored.output]).toEqual([0, expect.stringContaining("Restored: 1 scenario")]);
    const verified = await run("verify", [file, "--url", url], data, own);
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining("whole, and every sum fits")]);
    expect(await viewOf(url + new URL(link).pathname)).toBe(await viewOf(link));
    const refused = await run("backup", [join(folder, "no.jsonl"), "--url", url], data, `sp_${"x".repeat(43)}`);
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("answered 401: Sign in")]);
    expect(existsSync(join(folder, "no.jsonl"))).toBe(false);
  } finally {
    elsewhere.kill("SIGTERM");
    await once(elsewhere, "exit");
  }
});

test("the drill restores into a folder of its own, opens a link there, and leaves nothing behind", async () => {
  const plain = await run("drill", []);
  expect([plain.code, plain.output]).toEqual([0, expect.stringContaining("byte for byte the same")]);
  const own = await run("drill", [file, "--link", link]);
  expect([own.code, own.output]).toEqual([0, expect.stringContaining("Opened your link in the copy")]);
  expect(own.output).toContain("The drill went well");
  const dead = await run("drill", [file, "--link", `${server.url}/s/${"x".repeat(43)}`]);
  expect([dead.code, dead.output]).toEqual([1, expect.stringContaining("does not open in the copy")]);
  expect(existsSync(join(folder, "signpost.jsonl.part"))).toBe(false);
});
