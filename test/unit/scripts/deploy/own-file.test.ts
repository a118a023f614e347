import { execFileSync } from "node:child_process";
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  DOMAIN,
  FIRST,
  ID,
  PLACEHOLDER,
  bin,
  changes,
  config,
  folder,
  made,
  mark,
  own,
  plan,
  read,
  root,
  run,
  said,
  set,
  standDeployments,
} from "./stage";

standDeployments();

describe.skipIf(process.platform === "win32")("what is one's own in a deployment", () => {
  test("what is one's own is laid over wrangler.toml, name by name, and the id is added below it", async () => {
    const text = `${DOMAIN}\n[vars]\nPUBLISHER = "Desk"\n[[ratelimits]]\nname = "MAKING"\nsimple = { limit = 5 }\n`;
    set(text);
    await run(["--yes", "--location", "weur"]);
    expect(own().startsWith(text.trimEnd())).toBe(true);
    expect(made()).toMatchObject({
      routes: [{ pattern: "signpost.desk.org", custom_domain: true }],
      vars: { PUBLISHER: "Desk" },
      ratelimits: [
        { name: "ATTEMPTS", simple: { limit: 10, period: 60 } },
        { name: "MAKING", namespace_id: "1002", simple: { limit: 5, period: 60 } },
      ],
      d1_databases: [{ binding: "DB", database_name: "signpost", database_id: ID }],
    });
  });

  test("an id that was committed to wrangler.toml is used, with the advice to move it", async () => {
    mark("made");
    writeFileSync(join(folder, "wrangler.toml"), config().replace(PLACEHOLDER, ID));
    await run(["--yes"]);
    expect(plan()).toContain("Move what is yours to deploy.toml");
    expect(own()).toBe("");
    expect(existsSync(join(folder, "wrangler.jsonc"))).toBe(false);
  });

  test("a file of wrangler's that somebody else wrote is not overwritten", async () => {
    writeFileSync(join(folder, "wrangler.jsonc"), "{}");
    await expect(run(["--yes", "--location", "weur"])).rejects.toThrow(/was not made by `npm run deploy`/);
    expect(read("wrangler.jsonc")).toBe("{}");
  });

  test("an upgrade is `git pull` and a deployment: what is one's own stays, what is new comes along", async () => {
    const git = (cwd: string, ...args: string[]): string =>
      execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd, encoding: "utf8" });
    const origin = join(bin, "origin");
    cpSync(folder, origin, { recursive: true });
    cpSync(join(root, ".gitignore"), join(origin, ".gitignore"));
    git(origin, "init", "--quiet");
    git(origin, "add", ".");
    git(origin, "commit", "--quiet", "-m", "One version");
    rmSync(folder, { recursive: true });
    git(bin, "clone", "--quiet", origin, folder);
    set(`${DOMAIN}\n`);
    await run(["--yes", "--jurisdiction", "eu"]);
    expect(git(folder, "status", "--porcelain")).toBe("");

    writeFileSync(
      join(origin, "wrangler.toml"),
      config().replace(/compatibility_date = .*/, 'compatibility_date = "2027-01-01"'),
    );
    git(origin, "commit", "--quiet", "-am", "The next version");
    git(folder, "pull", "--quiet");
    await run(["--yes"]);
    expect(made()).toMatchObject({
      compatibility_date: "2027-01-01",
      routes: [{ pattern: "signpost.desk.org" }],
      d1_databases: [{ database_id: ID }],
    });
    expect(changes()).toEqual([...FIRST, "deploy"]);
  });

  test("the file that a first deployment makes names what one sets first, and is none that would be refused", async () => {
    await run(["--yes", "--jurisdiction", "eu"]);
    const uncommented = own()
      .replace(/^# (?=[A-Z_a-z]+ = )/gm, "")
      .replaceAll("example.org", "desk.org");
    set(uncommented.replace('"..."', '"desk"').replace('"..."', `"${"0f".repeat(32)}"`));
    await run(["--dry-run"]);
    expect(said.join("\n")).toContain("Access is on");
  });
});
