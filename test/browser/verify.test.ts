import { execFile } from "node:child_process";
import { createHash, createPublicKey, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type TestServer } from "./harness/server";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
const dataDir = mkdtempSync(join(tmpdir(), "signpost-verify-"));
const SLUG = "pakistan-russia-2012";

let server: TestServer;
let key = "";
let link = "";

async function bytes(address: string): Promise<Buffer> {
  const answer = await fetch(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return Buffer.from(await answer.arrayBuffer());
}

beforeAll(async () => {
  server = await startServer({ dataDir });
  key = await server.key("owner");
  const answer = await fetch(`${server.url}/api/v1/scenarios/${SLUG}/snapshots`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ title: "To be checked" }),
  });
  link = ((await answer.json()) as { url: string }).url;
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("a reader of a link of npm start", () => {
  test("can check hash and signature with what is published, and no changed byte passes", async () => {
    const view = await bytes(`${link}/view.json`);
    const stated = JSON.parse((await bytes(`${link}/view.sig`)).toString()) as Record<string, string>;
    const pem = await bytes(`${server.url}/api/v1/signing-keys/${stated.key}.pem`);
    const signature = Buffer.from(stated.signature ?? "", "base64");
    expect(createHash("sha256").update(view).digest("hex")).toBe(stated.sha256);
    expect(verify(null, view, createPublicKey(pem), signature)).toBe(true);
    for (const at of [0, view.length >> 1, view.length - 1]) {
      const changed = Buffer.from(view);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verify(null, changed, createPublicKey(pem), signature)).toBe(false);
    }
  });

  test("can do so with the commands of docs/verify.md, where this machine has those tools", async (context) => {
    const { stdout: version } = await run("openssl", ["version"]).catch(() => ({ stdout: "" }));
    const { stdout: curl } = await run("curl", ["--version"]).catch(() => ({ stdout: "" }));
    if (!version.startsWith("OpenSSL 3") || curl === "") context.skip("There is no curl and OpenSSL 3 here.");
    const blocks = readFileSync(join(root, "docs/verify.md"), "utf8").matchAll(/```sh\n([\s\S]*?)```/g);
    const script = [...blocks].map(([, block]) => block).join("");
    const folder = mkdtempSync(join(tmpdir(), "signpost-reader-"));
    const commands = script.replace("https://signpost.example/s/TOKEN", link);
    const { stdout } = await run("bash", ["-euo", "pipefail", "-c", commands], { cwd: folder });
    const hash = createHash("sha256").update(readFileSync(join(folder, "view.json")));
    expect(stdout).toBe(`${hash.digest("hex")}  view.json\nSignature Verified Successfully\n`);
    const { stdout: id } = await run(
      "bash",
      ["-c", "openssl pkey -pubin -in key.pem -outform DER | tail -c 32 | sha256sum"],
      { cwd: folder },
    );
    expect(JSON.parse(readFileSync(join(folder, "view.sig"), "utf8"))).toMatchObject({ key: id.slice(0, 16) });
    rmSync(folder, { recursive: true });
  });
});

describe("the secrets of npm start", () => {
  const secrets = (): string[] =>
    Object.values(JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as object);

  test("lie in a file of its user alone, and are the same after a restart", async () => {
    expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
    const before = [secrets(), (await bytes(`${server.url}/api/v1/signing-keys`)).toString()];
    await server.stop();
    server = await startServer({ dataDir, port: server.port });
    expect([secrets(), (await bytes(`${server.url}/api/v1/signing-keys`)).toString()]).toEqual(before);
  });

  test("stand in no reply, to an owner or to nobody, and in no line that it prints", async () => {
    const values: Record<string, string> = { slug: SLUG, token: new URL(link).pathname.slice(3), ref: "PKRU-0001" };
    // A test compares the list of routes with the routes.
    const routes = readFileSync(join(root, "docs/api.md"), "utf8").matchAll(/`GET (\/[^`]*)`/g);
    const paths = new Set(
      [...routes].map(([, path = ""]) => path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? "x")),
    );
    expect(paths.size).toBeGreaterThan(40);
    const said = [server.output()];
    for (const path of paths) {
      for (const init of [{}, { headers: { Authorization: `Bearer ${key}`, Accept: "text/html" } }]) {
        const answer = await fetch(server.url + path, init);
        said.push(await answer.text(), JSON.stringify([...answer.headers]));
      }
    }
    said.push(server.output());
    const found = secrets().filter((secret) => said.some((text) => text.includes(secret)));
    expect(found).toEqual([]);
    expect(secrets()).toHaveLength(2);
  });

  test("sign nothing that npm run verify does not find good", async () => {
    const { stdout } = await run(process.execPath, ["scripts/verify.mjs"], {
      cwd: root,
      env: { ...process.env, SIGNPOST_DATA: dataDir },
    });
    expect(stdout).toContain("Links: 1 link, 1 frozen view: all hashes and signatures agree");
  });
});
