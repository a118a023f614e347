import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allEnd, familyOf } from "./harness/processes";
import { freePort, startServer, type TestServer } from "./harness/server";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/** Runs a script that is expected to fail and returns what it printed and its exit code. */
async function failing(script: string, env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [`scripts/${script}.mjs`, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = await once(child, "exit");
  return { code: code as number, output };
}

describe("npm start", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "signpost-start-"));
  let server: TestServer;
  const api = async (path: string, key: string) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${key}` } });
    return { status: answer.status, body: (await answer.json()) as { revision: number; headHash: string } };
  };

  beforeAll(async () => {
    server = await startServer({ dataDir });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("loads the shipped scenario, says so, and prints the address and the sign-in link last", () => {
    expect(server.output()).toContain("198 events imported.");
    expect(server.output()).toMatch(
      new RegExp(
        `Signpost is ready: http://localhost:${server.port}\nSign in: http://localhost:${server.port}/sign-in\\?code=\\S+\n`,
      ),
    );
  });

  test("answers /healthz with 200 on localhost and on 127.0.0.1", async () => {
    for (const host of ["localhost", "127.0.0.1"]) {
      expect((await fetch(`http://${host}:${server.port}/healthz`)).status).toBe(200);
    }
  });

  test("compresses pages and built files, and lets hashed files be kept for a year", async () => {
    const page = await fetch(server.signInUrl);
    expect(page.headers.get("Content-Encoding")).toBe("gzip");
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? "";
    const asset = await fetch(server.url + script);
    expect([asset.status, asset.headers.get("Content-Encoding")]).toEqual([200, "gzip"]);
    expect(asset.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const missing = await fetch(`${server.url}/assets/missing.js`);
    expect(missing.status).toBe(404);
    expect(missing.headers.get("Cache-Control") ?? "").not.toContain("immutable");
  });

  test("a key made while it runs works, and still after a restart, which imports nothing again and is quick", async () => {
    const key = await server.key("viewer");
    const before = await api("/scenarios/pakistan-russia-2012", key);
    expect(before.status).toBe(200);
    const firstLink = server.signInUrl;
    await server.stop();
    const start = performance.now();
    server = await startServer({ dataDir, port: server.port });
    expect(performance.now() - start).toBeLessThan(8000);
    expect(server.output()).not.toContain("imported");
    expect(server.signInUrl).not.toBe(firstLink);
    expect(await api("/scenarios/pakistan-russia-2012", key)).toEqual(before);
  });

  test("the ledger verifies while it runs", async () => {
    const { stdout } = await run(process.execPath, ["scripts/verify.mjs"], {
      cwd: root,
      env: { ...process.env, SIGNPOST_DATA: dataDir },
    });
    expect(stdout).toContain("all hashes and projections agree");
  });

  test("a second one says which process has the data folder, and ends with an error", async () => {
    // Whoever deletes it, as a thing left over, lets nobody in.
    rmSync(join(dataDir, "lock"));
    const { code, output } = await failing("start", { SIGNPOST_DATA: dataDir, PORT: String(await freePort()) });
    expect(code).toBe(1);
    expect(output).toContain(
      `is in use by process ${server.process.pid}, which serves http://localhost:${server.port}.`,
    );
  });

  test("says that the port is taken, and ends with an error", async () => {
    const other = mkdtempSync(join(tmpdir(), "signpost-port-"));
    const { code, output } = await failing("start", { SIGNPOST_DATA: other, PORT: String(server.port) });
    rmSync(other, { recursive: true });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${server.port} is taken by another program.`);
  });

  test.each([
    ["no name", ["--role", "owner"], "Give a name."],
    ["an unknown role", ["--name", "A", "--role", "king"], "The role must be one of owner, analyst, viewer."],
    ["an unknown option", ["--nme", "A"], "Usage: npm run key"],
  ])("a key with %s is refused with the usage", async (_, args, message) => {
    const { code, output } = await failing("key", { SIGNPOST_DATA: dataDir }, ...args);
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).toContain("Usage: npm run key -- --name NAME --role owner|analyst|viewer");
  });

  test("no process outlives it, whether it is asked to stop or killed outright", async () => {
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      const family = familyOf(server.process.pid ?? 0);
      // This process and workerd, at least.
      expect(family.length).toBeGreaterThan(1);
      server.process.kill(signal);
      expect(await allEnd(family), signal).toBe(true);
      server = await startServer({ dataDir, port: server.port });
    }
  });

  test("where Owner is disabled, prints what to do instead of a link or a key that opens nothing", async () => {
    const second = await server.key("owner", "Second");
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${server.url}/api/v1${path}`, {
        ...init,
        headers: { Authorization: `Bearer ${second}`, "Content-Type": "application/json" },
      });
    const { people } = (await (await ask("/people")).json()) as { people: { id: string; name: string }[] };
    const owner = people.find(({ name }) => name === "Owner")?.id;
    expect((await ask(`/people/${owner}`, { method: "PATCH", body: '{"disabled":true}' })).status).toBe(200);
    await server.stop();
    server = await startServer({ dataDir, port: server.port });
    expect(server.output()).toMatch(/^There is no sign-in link: Owner \(owner\) is disabled here.*`npm run recover`/m);
    for (const args of [[], ["--name", "Owner", "--role", "owner"]]) {
      const { code, output } = await failing(args.length > 0 ? "key" : "sign-in", { SIGNPOST_DATA: dataDir }, ...args);
      expect([code, output]).toEqual([1, expect.stringMatching(/^Owner \(owner\) is disabled here.*\n$/)]);
    }
    await run(process.execPath, ["scripts/recover.mjs"], {
      cwd: root,
      env: { ...process.env, SIGNPOST_DATA: dataDir },
    });
    expect(await server.signIn()).toContain("/sign-in?code=");
  });

  test("keeps the data folder and the control socket to its user", async () => {
    const { socket } = JSON.parse(readFileSync(join(dataDir, "instance.json"), "utf8")) as { socket: string };
    const { stdout } = await run("ls", ["-ld", dataDir, socket]);
    for (const line of stdout.trim().split("\n")) expect(line).toMatch(/^[ds]rw[x-]------/);
  });
});

describe("a data folder whose database", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "signpost-lost-"));
  const folder = join(dataDir, "v3/d1/miniflare-D1DatabaseObject");
  const COMMANDS = [
    ["start"],
    ["sign-in"],
    ["verify"],
    ["key", "--name", "A", "--role", "owner"],
    ["backup", "no.jsonl"],
  ];
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test.each([
    ["was emptied", (file: string) => truncateSync(file), "was used before, and its database is empty"],
    [
      "is damaged",
      (file: string) => writeFileSync(file, Buffer.alloc(20_000, 7)),
      "is damaged (file is not a database)",
    ],
  ])("%s is refused by every command in words, and is left as it is", async (_what, change, words) => {
    cpSync(process.env.TEST_PREPARED_DATA ?? "", dataDir, { recursive: true });
    const name = readdirSync(folder).find((one) => /^[0-9a-f]+\.sqlite$/.test(one)) ?? "";
    change(join(folder, name));
    // What was written last may stand there, and a damaged file be whole with it.
    for (const beside of ["-wal", "-shm"]) rmSync(join(folder, name + beside), { force: true });
    const before = readFileSync(join(folder, name));
    const env = { SIGNPOST_DATA: dataDir, PORT: String(await freePort()) };
    for (const [script = "", ...args] of COMMANDS) {
      const { code, output } = await failing(script, env, ...args);
      expect([script, code, output]).toEqual([script, 1, expect.stringContaining(words)]);
      expect(output).toMatch(
        /^[^\n]*\nNothing was changed\. docs\/backup\.md, under "When the database fails"[^\n]*\n$/,
      );
    }
    expect(readFileSync(join(folder, name)).equals(before)).toBe(true);
  });
});

describe("npm start from npm", () => {
  test("ends with npm, also when npm is killed outright", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "signpost-npm-"));
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      const env = { ...process.env, SIGNPOST_DATA: dataDir, PORT: String(await freePort()) };
      const npm = spawn("npm", ["start"], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
      let output = "";
      npm.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
      while (!output.includes("Sign in:")) await once(npm.stdout, "data");
      const family = familyOf(npm.pid ?? 0);
      // npm, its shell or not, this script and workerd.
      expect(family.length).toBeGreaterThan(2);
      // As a supervisor does: the group is asked, npm alone is killed.
      process.kill(signal === "SIGTERM" ? -(npm.pid ?? 0) : (npm.pid ?? 0), signal);
      expect(await allEnd(family), signal).toBe(true);
    }
    rmSync(dataDir, { recursive: true, force: true });
  });
});
