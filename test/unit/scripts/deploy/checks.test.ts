import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ACCESS, DB, DOMAIN, ID, PLACEHOLDER, changes, config, folder, run, set, standDeployments } from "./stage";

standDeployments();

describe.skipIf(process.platform === "win32")("what a deployment must not be", () => {
  test.each([
    ["an id of another account", DB("99999999-2222-4333-8444-555555555555"), /no database 9/],
    ["a placeholder for an id", DB(PLACEHOLDER), /is a placeholder or no id/],
    ["no id", DB("YOUR-ID"), /is a placeholder or no id/],
    ["a setting for npm start", '[vars]\nLOCAL = "1"', /LOCAL is set/],
    ["a secret in the file", '[vars]\nSIGNING_KEY = "x"', /A secret stands in the file/],
    ["half of Access", '[vars]\nACCESS_TEAM = "desk"', /Access is half set: .* and ACCESS_AUD is missing/],
    [
      "the other half of Access",
      `[vars]\n${ACCESS.split("\n")[1]}`,
      /Access is half set: .* and ACCESS_TEAM is missing/,
    ],
    [
      "an example for an audience",
      '[vars]\nACCESS_TEAM = "desk"\nACCESS_AUD = "4f0e..."',
      /ACCESS_AUD has to be the AUD tag/,
    ],
    ["an address for a team", `[vars]\n${ACCESS.replace("desk", "desk.cloudflareaccess.com")}`, /team's name alone/],
    ["a role without Access", '[vars]\nACCESS_ROLE = "viewer"', /ACCESS_ROLE says nothing/],
    ["a number without quotes", "[vars]\nVERDICT_MONTHS = 200", /VERDICT_MONTHS has to be a whole number in quotes/],
    ["a setting that there is not", '[vars]\nPUBLISHR = "Desk"', /PUBLISHR is no setting/],
    ["routes below [vars]", `[vars]\nPUBLISHER = "Desk"\n${DOMAIN}`, /deploy.toml: routes stands in \[vars\]/],
    ["routes below a list", `${DB(ID)}\n${DOMAIN}`, /deploy.toml: routes stands in \[d1_databases\]/],
    ["the docs' domain", DOMAIN.replace("desk.org", "example.org"), /the docs' example/],
    ["a word that wrangler does not know", "worker_dev = false", /worker_dev is nothing that wrangler knows/],
    ["no TOML", "workers_dev = nope", /deploy.toml cannot be read/],
  ])("%s in deploy.toml is found before anything is done, and by a dry run", async (_what, text, problem) => {
    set(text);
    await expect(run(["--yes", "--location", "weur"])).rejects.toThrow(problem);
    if (!String(problem).includes("no database")) await expect(run(["--dry-run"])).rejects.toThrow(problem);
    expect(changes()).toEqual([]);
  });

  test.each([
    ["routes at the foot", /$/, `\n${DOMAIN}`, /wrangler.toml: routes stands in \[build\]/],
    ["a lost binding", 'name = "MAKING"', 'name = "OTHER"', /binding MAKING is missing/],
    ["no schedule", "[triggers]\ncrons", "[triggers]\n# crons", /hourly work would not run/],
  ])("%s of wrangler.toml is found as well", async (_what, from, to, problem) => {
    writeFileSync(join(folder, "wrangler.toml"), config().replace(from, to));
    await expect(run(["--yes", "--location", "weur"])).rejects.toThrow(problem);
    expect(changes()).toEqual([]);
  });
});
