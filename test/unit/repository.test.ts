import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
/** An archive of the project has no repository in it. */
const isRepository = existsSync(join(root, ".git"));
const git = (...args: string[]): string[] =>
  execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1e8 }).split("\0").filter(Boolean);
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** What a build, a run or a person leaves beside the sources. */
const PRIVATE = [
  ".wrangler/state/v3/d1/x.sqlite",
  ".wrangler/wrangler-account.json",
  ".signpost/secrets.json",
  ".signpost/secrets.env",
  ".dev.vars",
  ".dev.vars.production",
  ".env",
  ".env.local",
  "deploy.toml",
  "wrangler.jsonc",
  "dist/worker/index.js",
];

/** How keys look that somebody would pay for; and our own: access keys, links, secrets with a value. */
const SECRETS: [string, RegExp][] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ["a key of GitHub", /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60})/],
  ["a key of AWS", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["a key of Slack", /\bxox[abprs]-[A-Za-z0-9-]{10}/],
  ["a key of Google", /\bAIza[\w-]{35}/],
  ["a key of Stripe, OpenAI or Anthropic", /\b(?:sk|rk)[-_](?:live|test|proj|ant)[-_][\w-]{16}/],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}/],
  ["a token of Cloudflare", /CLOUDFLARE_API_(?:TOKEN|KEY)["']?\s*[=:]\s*["']?[\w-]{30}/],
  ["a signed token", /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20}/],
  ["an access key", /\bsp_[\w-]{43}\b/],
  ["a link", /\/s\/[\w-]{43}\b/],
  ["a secret with its value", /\b(?:SIGNING_KEY|LINK_SECRET)["']?\s*[=:]\s*["']?[\w-]{43}\b/],
];

describe.skipIf(!isRepository)("the repository (lesson 24)", () => {
  test("ignores what a build, a run or a person leaves behind", () => {
    for (const path of PRIVATE) {
      expect([path, git("check-ignore", "--no-index", path)]).toEqual([path, [`${path}\n`]]);
    }
  });

  const files = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").filter(
    (file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true,
  );

  test("holds no database, no account, no settings of a person and no key file", () => {
    expect(files.length).toBeGreaterThan(500);
    const bad =
      /^deploy\.toml$|(^|\/)(\.wrangler|\.signpost|\.dev\.vars|\.env)|wrangler-account|secrets\.(json|env)$|\.(sqlite\d?|db|pem|p12|key)$/;
    expect(files.filter((file) => bad.test(file))).toEqual([]);
  });

  test("holds nothing that looks like a key", () => {
    const found = files.flatMap((file) => {
      const text = read(file);
      return SECRETS.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${file}: ${what}`);
    });
    expect(found).toEqual([]);
  });

  test("would notice a key", () => {
    const random = "q9Zr7Kx2".repeat(8);
    const samples = [
      `-----BEGIN ${"PRIVATE"} KEY-----`,
      `ghp_${random.slice(0, 36)}`,
      `sp_${random.slice(0, 43)}`,
      `https://signpost.example/s/${random.slice(0, 43)}`,
      `SIGNING_KEY=${random.slice(0, 43)}`,
    ];
    for (const sample of samples) {
      expect([sample, SECRETS.some(([, pattern]) => pattern.test(sample))]).toEqual([sample, true]);
    }
  });
});

describe("what it is built from", () => {
  test("hono is at least 4.12.21, in which known holes are closed (lesson 21)", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, { version?: string }> };
    const found = Object.entries(packages).filter(([path]) => /(^|\/)node_modules\/hono$/.test(path));
    expect(found.length).toBeGreaterThan(0);
    for (const [path, { version = "" }] of found) {
      const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
      expect([path, version, major * 1e6 + minor * 1e3 + patch >= 4_012_021]).toEqual([path, version, true]);
    }
  });

  test("no migration drops a table of what people wrote or lets rows go with others (lesson 26)", () => {
    // Counted from the log, and counted anew by the same migration.
    const derived = ["month_codes"];
    for (const file of readdirSync(join(root, "migrations")).filter((name) => name.endsWith(".sql"))) {
      const text = read(`migrations/${file}`);
      expect([file, text.match(/ON DELETE CASCADE/i)]).toEqual([file, null]);
      for (const [, table = ""] of text.matchAll(/DROP TABLE (?:IF EXISTS )?[`"]?(\w+)/gi))
        expect(derived).toContain(table);
    }
  });

  test("nothing asks D1 for a transaction, which it does not have (lesson 27)", () => {
    const sources = readdirSync(join(root, "worker"), { recursive: true, encoding: "utf8" });
    for (const file of sources.filter((name) => name.endsWith(".ts"))) {
      expect([file, /\.transaction\(|BEGIN TRANSACTION/i.test(read(`worker/${file}`))]).toEqual([file, false]);
    }
  });

  test("Math.random makes no token: the linter refuses it in the worker (lesson 9)", () => {
    const rules = read(".oxlintrc.json");
    expect(rules).toMatch(/"object": "Math",\s*"property": "random"/);
  });
});

describe("the clock", () => {
  const CLOCKS = ["worker/clock.ts", "web/lib/clock.ts", "scripts/clock.mjs", "test/clock.ts"];
  const OTHERS = [
    // How old a lock is, before there are any packages.
    "scripts/ensure.mjs",
    // They set a clock by the machine's own.
    "test/browser/harness/server.ts",
    "test/integration/clock.ts",
    "test/midnight.ts",
    "test/unit/repository.test.ts",
  ];

  test("is read in four places: worker, pages, scripts and tests have one each", () => {
    const sources = ["worker", "web", "scripts", "bench", "test"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    );
    const reading = sources
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
      .filter((file) => /\bDate\.now\b|\bnew Date\(\)|(?<!new )\bDate\(\)/.test(read(file)));
    expect(reading.filter((file) => !OTHERS.includes(file)).toSorted()).toEqual(CLOCKS.toSorted());
  });
});
