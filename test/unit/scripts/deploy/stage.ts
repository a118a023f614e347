import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { deploy } from "../../../../scripts/deploy.mjs";

export const root = join(import.meta.dirname, "../../../..");
export const PLACEHOLDER = "00000000-0000-4000-8000-000000000000";
export const ID = "11111111-2222-4333-8444-555555555555";
export const DB = (id: string): string => `[[d1_databases]]\nbinding = "DB"\ndatabase_id = "${id}"`;
export const DOMAIN = 'routes = [{ pattern = "signpost.desk.org", custom_domain = true }]';
export const ACCESS = `ACCESS_TEAM = "desk"\nACCESS_AUD = "${"4f0e".repeat(16)}"\n`;
/** Plays Cloudflare: remembers in its folder what was made, and writes down each call with what came in. */
const FAKE = `#!${process.execPath}
const fs = require("node:fs");
const at = (name) => __dirname + "/" + name;
const args = process.argv.slice(2);
const call = args.join(" ");
const has = (name) => fs.existsSync(at(name));
const input = fs.readFileSync(0, "utf8");
fs.appendFileSync(at("calls"), JSON.stringify({ call, input }) + "\\n");
if (has("fail") && call.startsWith(fs.readFileSync(at("fail"), "utf8"))) { console.error("The network is down"); process.exit(1); }
if (call === "whoami --json") process.exit(has("signed-out") ? 1 : 0);
if (call === "d1 list --json") console.log("A notice\\n" + JSON.stringify(has("made") ? [{ uuid: "${ID}", name: "signpost" }] : []));
if (call.startsWith("d1 create")) fs.writeFileSync(at("made"), "");
if (call.startsWith("d1 migrations list")) console.log(has("migrated") ? "No migrations to apply!" : "0000_ledger.sql");
if (call.startsWith("d1 migrations apply")) fs.writeFileSync(at("migrated"), "");
if (call.startsWith("secret list")) {
  if (!has("deployed")) { console.error('Worker "signpost" not found.'); process.exit(1); }
  console.log(has("secrets") ? JSON.stringify(fs.readFileSync(at("secrets"), "utf8").trim().split("\\n").map((name) => ({ name }))) : "[]");
}
if (call.startsWith("secret put")) fs.appendFileSync(at("secrets"), args[2] + "\\n");
if (call === "deploy") { fs.writeFileSync(at("deployed"), ""); console.log("https://signpost.desk.workers.dev"); }
`;

/** What is deployed, and where the played wrangler is. */
export let folder = "";
export let bin = "";
export const said: string[] = [];

/** For each test of a file a folder of its own, and a wrangler that remembers nothing. */
export function standDeployments(): void {
  const path = process.env["PATH"];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "signpost-deploy-test-"));
    bin = mkdtempSync(join(tmpdir(), "signpost-wrangler-"));
    cpSync(join(root, "wrangler.toml"), join(folder, "wrangler.toml"));
    cpSync(join(root, "migrations"), join(folder, "migrations"), { recursive: true });
    writeFileSync(join(bin, "wrangler"), FAKE);
    chmodSync(join(bin, "wrangler"), 0o755);
    process.env["PATH"] = bin + delimiter + path;
    said.length = 0;
  });
  afterEach(() => {
    process.env["PATH"] = path;
    for (const one of [folder, bin]) rmSync(one, { recursive: true });
  });
}

export const run = (args: string[], answers: string[] | null = null): Promise<void> => {
  const ask = answers && ((question: string) => (said.push(question), Promise.resolve(answers.shift() ?? "")));
  return deploy({ root: folder, args, say: (text: string) => void said.push(text), ask });
};
export const read = (name: string): string => readFileSync(join(folder, name), "utf8");
export const config = (): string => read("wrangler.toml");
/** What is the deployer's own; `set` puts it there. */
export const own = (): string => (existsSync(join(folder, "deploy.toml")) ? read("deploy.toml") : "");
export const set = (text: string): void => writeFileSync(join(folder, "deploy.toml"), text);
/** What wrangler is given. */
export const made = (): Record<string, unknown> =>
  JSON.parse(read("wrangler.jsonc").replace(/^\/\/.*\n/, "")) as Record<string, unknown>;
export const plan = (): string => said.find((text) => text.startsWith("This will be done")) ?? "";
export const mark = (name: string, text = ""): void => writeFileSync(join(bin, name), text);
export const calls = (): { call: string; input: string }[] =>
  existsSync(join(bin, "calls"))
    ? readFileSync(join(bin, "calls"), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { call: string; input: string })
    : [];
/** Calls that change something. */
export const changes = (): string[] =>
  calls()
    .map(({ call }) => call)
    .filter((call) => !/^whoami|list|dry-run/.test(call));

/** What a first deployment changes, in this order. */
export const FIRST = [
  "d1 create signpost --jurisdiction eu",
  "d1 migrations apply DB --remote",
  "deploy",
  "secret put SIGNING_KEY",
  "secret put LINK_SECRET",
];
