import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deploy } from "../../../scripts/deploy.mjs";
import { listMigrations } from "../../../scripts/deploy/config.mjs";

const root = join(import.meta.dirname, "../../..");
const PLACEHOLDER = "00000000-0000-4000-8000-000000000000";
const ID = "11111111-2222-4333-8444-555555555555";
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

let folder = "";
let bin = "";
const path = process.env["PATH"];
let said: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "signpost-deploy-test-"));
  bin = mkdtempSync(join(tmpdir(), "signpost-wrangler-"));
  cpSync(join(root, "wrangler.toml"), join(folder, "wrangler.toml"));
  cpSync(join(root, "migrations"), join(folder, "migrations"), { recursive: true });
  writeFileSync(join(bin, "wrangler"), FAKE);
  chmodSync(join(bin, "wrangler"), 0o755);
  process.env["PATH"] = bin + delimiter + path;
  said = [];
});
afterEach(() => {
  process.env["PATH"] = path;
  for (const one of [folder, bin]) rmSync(one, { recursive: true });
});

const run = (args: string[], answers: string[] | null = null): Promise<void> => {
  const ask = answers && ((question: string) => (said.push(question), Promise.resolve(answers.shift() ?? "")));
  return deploy({ root: folder, args, say: (text: string) => void said.push(text), ask });
};
const config = (): string => readFileSync(join(folder, "wrangler.toml"), "utf8");
const mark = (name: string, text = ""): void => writeFileSync(join(bin, name), text);
const calls = (): { call: string; input: string }[] =>
  existsSync(join(bin, "calls"))
    ? readFileSync(join(bin, "calls"), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { call: string; input: string })
    : [];
/** Calls that change something. */
const changes = (): string[] =>
  calls()
    .map(({ call }) => call)
    .filter((call) => !/^whoami|list|dry-run/.test(call));

const FIRST = [
  "d1 create signpost --jurisdiction eu",
  "d1 migrations apply DB --remote",
  "deploy",
  "secret put SIGNING_KEY",
  "secret put LINK_SECRET",
];

describe.skipIf(process.platform === "win32")("npm run deploy", () => {
  test("the first time says it all, then makes the database, migrates, deploys and sets the secrets, in this order", async () => {
    await run([], ["eu", "yes"]);
    expect(changes()).toEqual(FIRST);
    const plan = said.find((text) => text.startsWith("This will be done")) ?? "";
    for (const part of ["--jurisdiction eu", "cannot be changed later", ...listMigrations(folder), "SIGNING_KEY"]) {
      expect(plan).toContain(part);
    }
    expect(config()).toBe(readFileSync(join(root, "wrangler.toml"), "utf8").replace(PLACEHOLDER, ID));
    expect(said.at(-1)).toContain("npm run recover -- --url https://signpost.desk.workers.dev");
  });

  test("secrets go in by stdin, differ, and are never said", async () => {
    await run(["--yes", "--jurisdiction", "eu"]);
    const inputs = calls().flatMap(({ call, input }) => (call.startsWith("secret put") ? [input] : []));
    expect(inputs).toHaveLength(2);
    expect(new Set(inputs).size).toBe(2);
    for (const input of inputs) {
      expect(input).toMatch(/^[\w-]{43}$/);
      expect(
        said.join("\n") +
          calls()
            .map(({ call }) => call)
            .join("\n") +
          config(),
      ).not.toContain(input);
    }
  });

  test("nothing is changed by a no, without an answer to where, or where nobody can be asked", async () => {
    await expect(run([], ["eu", "no"])).rejects.toThrow("Nothing was changed.");
    await expect(run([], ["Mars"])).rejects.toThrow('"Mars" is no place of D1');
    await expect(run([])).rejects.toThrow("A script says --yes");
    await expect(run(["--yes"])).rejects.toThrow(/Say where with --jurisdiction or --location/);
    expect(changes()).toEqual([]);
    expect(config()).toContain(PLACEHOLDER);
  });

  test("repeated it makes nothing twice: only the worker is uploaded again", async () => {
    await run(["--yes", "--jurisdiction", "eu"]);
    const before = config();
    await run(["--yes", "--jurisdiction", "eu"]);
    expect(changes()).toEqual([...FIRST, "deploy"]);
    expect(config()).toBe(before);
    expect(said.join("\n")).toContain("it has every migration");
  });

  test.each(["d1 migrations apply", "deploy", "secret put LINK_SECRET"])(
    "when `%s` fails it stops there, and goes on when repeated",
    async (command) => {
      mark("fail", command);
      await expect(run(["--yes", "--location", "weur"])).rejects.toThrow("The network is down");
      expect(changes().at(-1)?.startsWith(command)).toBe(true);
      rmSync(join(bin, "fail"));
      await run(["--yes", "--location", "weur"]);
      const all = changes();
      expect(all.filter((call) => call.startsWith("d1 create"))).toHaveLength(1);
      expect(all.filter((call) => call === "secret put SIGNING_KEY")).toHaveLength(1);
      expect(readFileSync(join(bin, "secrets"), "utf8")).toBe("SIGNING_KEY\nLINK_SECRET\n");
    },
  );

  test("a database of that name is used only after the plan has named it, with its id", async () => {
    mark("made");
    await expect(run([], ["no"])).rejects.toThrow("Nothing was changed.");
    const plan = said.find((text) => text.startsWith("This will be done")) ?? "";
    expect(plan).toContain(`"signpost" that your account has already (${ID})`);
    expect(plan).not.toContain("Make the D1 database");
    await run([], ["yes"]);
    expect(changes()[0]).toBe("d1 migrations apply DB --remote");
    expect(config()).toContain(ID);
  });

  test("with a domain of one's own the last words name it, and the plan names an address that would stand beside Access", async () => {
    const own = 'routes = [{ pattern = "signpost.example.org", custom_domain = true }]';
    const withAccess = `${config()}\n[vars]\nACCESS_TEAM = "desk"\nACCESS_AUD = "4f0e"\n`;
    writeFileSync(
      join(folder, "wrangler.toml"),
      withAccess.replace("workers_dev = true", `workers_dev = true\n${own}`),
    );
    await run(["--yes", "--location", "weur"]);
    expect(said.at(-1)).toContain("npm run recover -- --url https://signpost.example.org");
    expect(said.join("\n")).toContain("stands beside it");
    writeFileSync(join(folder, "wrangler.toml"), config().replace("workers_dev = true", "workers_dev = false"));
    said = [];
    await run(["--yes"]);
    expect(said.join("\n")).not.toContain("stands beside it");
  });

  test("secrets that could not be listed are never taken for missing ones", async () => {
    await run(["--yes", "--location", "weur"]);
    mark("fail", "secret list");
    await expect(run(["--yes"])).rejects.toThrow("The network is down");
    expect(changes()).toHaveLength(FIRST.length);
  });

  test("a dry run asks no account, changes nothing, and names the migrations", async () => {
    const before = config();
    await run(["--dry-run"]);
    expect(calls().map(({ call }) => call.replace(/--outdir .*/, "--outdir"))).toEqual(["deploy --dry-run --outdir"]);
    expect(said.join("\n")).toContain(listMigrations(folder)[0]);
    expect(config()).toBe(before);
  });

  test("whoever is not signed in is told how", async () => {
    mark("signed-out");
    await expect(run(["--yes", "--location", "weur"])).rejects.toThrow("npx wrangler login");
    expect(changes()).toEqual([]);
  });

  test.each([
    ["an id of another account", PLACEHOLDER, "99999999-2222-4333-8444-555555555555", /no database 99999999/],
    ["a setting for npm start", "[triggers]", '[vars]\nLOCAL = "1"\n[triggers]', /LOCAL is set/],
    ["a secret in the file", "[triggers]", '[vars]\nSIGNING_KEY = "x"\n[triggers]', /A secret stands in the file/],
    ["half of Access", "[triggers]", '[vars]\nACCESS_TEAM = "desk"\n[triggers]', /go together/],
    ["a lost binding", 'name = "MAKING"', 'name = "OTHER"', /binding MAKING is missing/],
    ["no line for the id", "database_id", "other_id", /no line database_id/],
    ["no schedule", "[triggers]", "[other]", /hourly work would not run/],
  ])("%s in wrangler.toml is found before anything is done", async (_what, from, to, problem) => {
    writeFileSync(join(folder, "wrangler.toml"), config().replace(from, to));
    await expect(run(["--yes", "--location", "weur"])).rejects.toThrow(problem);
    expect(changes()).toEqual([]);
  });

  test("a jurisdiction and a location together, and places that are none, are refused", async () => {
    await expect(run(["--location", "weur", "--jurisdiction", "eu"])).rejects.toThrow(/not both/);
    await expect(run(["--location", "eu"])).rejects.toThrow(/no place of D1/);
    await expect(run(["--force"])).rejects.toThrow(/Usage: npm run deploy/);
  });
});
