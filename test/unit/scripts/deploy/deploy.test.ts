import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { listMigrations } from "../../../../scripts/deploy/config.mjs";
import {
  ACCESS,
  DOMAIN,
  FIRST,
  ID,
  bin,
  calls,
  changes,
  config,
  folder,
  made,
  mark,
  own,
  plan,
  root,
  run,
  said,
  set,
  standDeployments,
} from "./stage";

standDeployments();

describe.skipIf(process.platform === "win32")("npm run deploy", () => {
  test("the first time says it all, then makes the database, migrates, deploys and sets the secrets, in this order", async () => {
    await run([], ["eu", "yes"]);
    expect(changes()).toEqual(FIRST);
    for (const part of ["--jurisdiction eu", "cannot be changed later", ...listMigrations(folder), "SIGNING_KEY"]) {
      expect(plan()).toContain(part);
    }
    expect(config()).toBe(readFileSync(join(root, "wrangler.toml"), "utf8"));
    expect(own()).toContain(`binding = "DB"\ndatabase_id = "${ID}"`);
    expect(made()).toMatchObject({
      main: "worker/index.ts",
      d1_databases: [{ database_id: ID, migrations_dir: "migrations" }],
    });
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
          own(),
      ).not.toContain(input);
    }
  });

  test("nothing is changed by a no, without an answer to where, or where nobody can be asked", async () => {
    await expect(run([], ["eu", "no"])).rejects.toThrow("Nothing was changed.");
    await expect(run([], ["Mars"])).rejects.toThrow('"Mars" is no place of D1');
    await expect(run([])).rejects.toThrow("A script says --yes");
    await expect(run(["--yes"])).rejects.toThrow(/Say where with --jurisdiction or --location/);
    expect(changes()).toEqual([]);
    expect(own()).toBe("");
  });

  test("repeated it makes nothing twice: only the worker is uploaded again", async () => {
    await run(["--yes", "--jurisdiction", "eu"]);
    const before = own();
    await run(["--yes", "--jurisdiction", "eu"]);
    expect(changes()).toEqual([...FIRST, "deploy"]);
    expect(own()).toBe(before);
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
    expect(plan()).toContain(`"signpost" that your account has already (${ID})`);
    expect(plan()).not.toContain("Make the D1 database");
    await run([], ["yes"]);
    expect(changes()[0]).toBe("d1 migrations apply DB --remote");
    expect(own()).toContain(ID);
  });

  test("the plan says the address, who can reach it, the schedule and what of which plan it needs", async () => {
    await run(["--dry-run"]);
    expect(said.join("\n")).toContain("Address: https://signpost.YOUR-SUBDOMAIN.workers.dev");
    expect(said.join("\n")).toContain(
      "everybody on the internet, as far as the sign-in page and shared links. Access is off",
    );
    expect(said.join("\n")).toContain("Schedule: 17 * * * * by UTC");
    expect(said.join("\n")).toContain("computes 10 month-end verdicts, a run backs up 1 part. That fits the free plan");
    said.length = 0;
    set(
      `workers_dev = false\n${DOMAIN}\n[vars]\n${ACCESS}VERDICT_MONTHS = "200"\n[[r2_buckets]]\nbinding = "BACKUPS"\nbucket_name = "b"`,
    );
    await run(["--yes", "--location", "weur"]);
    expect(plan()).toContain("Address: https://signpost.desk.org\n");
    expect(plan()).toContain('Access is on: whom the team "desk" lets in');
    expect(plan()).not.toContain("stands beside it");
    expect(plan()).toContain("computes 200 month-end verdicts, a run backs up 1 part. That needs a paid plan");
    expect(plan()).toContain('Backups: to the bucket "b"');
    expect(said.at(-1)).toContain("npm run recover -- --url https://signpost.desk.org");
  });

  test("an address at workers.dev beside a guarded one is named", async () => {
    set(`${DOMAIN}\n[vars]\n${ACCESS}`);
    await run(["--dry-run"]);
    expect(said.join("\n")).toContain("The address at workers.dev stands beside it");
  });

  test("secrets that could not be listed are never taken for missing ones", async () => {
    await run(["--yes", "--location", "weur"]);
    mark("fail", "secret list");
    await expect(run(["--yes"])).rejects.toThrow("The network is down");
    expect(changes()).toHaveLength(FIRST.length);
  });

  test("a dry run asks no account, changes nothing, and names the migrations", async () => {
    const before = readdirSync(folder);
    await run(["--dry-run"]);
    expect(calls().map(({ call }) => call.replace(/--outdir .*/, "--outdir"))).toEqual(["deploy --dry-run --outdir"]);
    expect(said.join("\n")).toContain(listMigrations(folder)[0]);
    expect(readdirSync(folder)).toEqual(before);
  });

  test("`npm run deploy --dry-run`, whose flag npm keeps for itself, is a dry run too", () => {
    const script =
      'import("./args.mjs").then(({ readDeployArgs }) => console.log(readDeployArgs(process.argv.slice(1)).dryRun))';
    writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts: { deploy: `node -e '${script}' --` } }));
    writeFileSync(
      join(folder, "args.mjs"),
      `export * from ${JSON.stringify(pathToFileURL(join(root, "scripts/deploy/args.mjs")))};`,
    );
    const npm = (...args: string[]): string =>
      execFileSync("npm", ["run", "--silent", "deploy", ...args], { cwd: folder, encoding: "utf8" }).trim();
    expect([npm("--dry-run"), npm("--", "--dry-run"), npm()]).toEqual(["true", "true", "false"]);
  });

  test("whoever is not signed in is told how", async () => {
    mark("signed-out");
    await expect(run(["--yes", "--location", "weur"])).rejects.toThrow("npx wrangler login");
    expect(changes()).toEqual([]);
  });

  test("a jurisdiction and a location together, and places that are none, are refused", async () => {
    await expect(run(["--location", "weur", "--jurisdiction", "eu"])).rejects.toThrow(/not both/);
    await expect(run(["--location", "eu"])).rejects.toThrow(/no place of D1/);
    await expect(run(["--force"])).rejects.toThrow(/Usage: npm run deploy/);
  });
});
