import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { API_TABLE } from "../../worker/contract/api-table";
import { startServer, type TestServer } from "./harness/server";

const root = fileURLToPath(new URL("../..", import.meta.url));
const NAMES = ["SIGNING_KEY", "LINK_SECRET", "CLOUDFLARE_API_TOKEN", "ACCESS_AUD"];
const fresh = () => randomBytes(32).toString("base64url");
const LEFT_OUT = new Set(["node_modules", "dist", ".git", ".signpost", ".wrangler", "test-results"]);

/** The ways in which a secret could be written; a part of it is enough to be found. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret, "base64url");
  return [
    secret.slice(0, 20),
    secret.slice(-20),
    bytes.toString("base64").slice(0, 20),
    bytes.toString("hex").slice(0, 24),
    Buffer.from(secret).toString("base64").slice(0, 24),
    encodeURIComponent(bytes.toString("base64")).slice(0, 20),
  ];
}

function found(text: string, secrets: string[]): string[] {
  return secrets.flatMap(spellings).filter((one) => text.includes(one));
}

describe("secrets (lesson 12)", () => {
  const folder = mkdtempSync(join(tmpdir(), "signpost-canaries-"));
  const secrets = NAMES.map(fresh);
  const [signing = "", links = ""] = secrets;
  const before = { ...process.env };
  let server: TestServer;

  beforeAll(async () => {
    const dataDir = join(folder, "data");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "secrets.json"), JSON.stringify({ SIGNING_KEY: signing, LINK_SECRET: links }));
    for (const [i, name] of NAMES.entries()) process.env[name] = secrets[i];
    server = await startServer({ dataDir });
  });
  afterAll(async () => {
    await server.stop();
    for (const name of NAMES) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    rmSync(folder, { recursive: true, force: true });
  });

  test("in the environment and in files beside the sources are in no file of a build", () => {
    const copy = join(folder, "copy");
    cpSync(root, copy, { recursive: true, filter: (from) => from === root || !LEFT_OUT.has(basename(from)) });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    const lines = NAMES.map((name, i) => `${name}=${secrets[i]}\n`).join("");
    for (const file of [".dev.vars", ".env", ".env.production", "web/.env"]) writeFileSync(join(copy, file), lines);
    const output = execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: copy, encoding: "utf8" });
    expect(found(output, secrets)).toEqual([]);
    const files = readdirSync(join(copy, "dist"), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(80);
    for (const { parentPath, name } of files) {
      expect([name, found(readFileSync(join(parentPath, name), "latin1"), secrets)]).toEqual([name, []]);
    }
  });

  test("of a running instance are in no reply and in nothing that it prints", async () => {
    const key = await server.key("owner");
    const post = async (path: string, body: object) => {
      const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
      const answer = await fetch(`${server.url}/api/v1${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { url: string; id: string };
    };
    const slug = "pakistan-russia-2012";
    const link = await post(`/scenarios/${slug}/snapshots`, { title: "Plain" });
    const guarded = await post(`/scenarios/${slug}/snapshots`, { title: "Guarded", passphrase: true });
    const tokens = [link, guarded].map(({ url }) => new URL(url).pathname.slice(3));
    const names: Record<string, string> = { slug, ref: "PKRU-0001", id: "C01" };
    const paths = API_TABLE.filter(({ method }) => method === "GET").map(({ path }) => path);
    const addresses = [...new Set(paths)].flatMap((path) =>
      tokens.map((token) =>
        path.replaceAll(/:(\w+)/g, (_all, name: string) => (name === "token" ? token : (names[name] ?? link.id))),
      ),
    );
    let answered = 0;
    for (const address of new Set(addresses)) {
      for (const Accept of ["text/html", "application/json"]) {
        for (const signedIn of [true, false]) {
          const who: Record<string, string> = signedIn ? { Authorization: `Bearer ${key}` } : {};
          const answer = await fetch(server.url + address, { headers: { Accept, ...who }, redirect: "manual" });
          if (answer.ok) answered += 1;
          const text = Buffer.from(await answer.arrayBuffer()).toString("latin1");
          expect([address, found(text + JSON.stringify([...answer.headers]), secrets)]).toEqual([address, []]);
        }
      }
    }
    expect(answered).toBeGreaterThan(100);
    expect(found(server.output(), secrets)).toEqual([]);
  });

  test("would be found in any of their spellings", () => {
    for (const secret of secrets) {
      for (const text of [secret, Buffer.from(secret, "base64url").toString("hex")]) {
        expect(found(`x${text}y`, secrets).length).toBeGreaterThan(0);
      }
    }
  });
});
