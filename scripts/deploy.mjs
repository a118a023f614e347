import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { JURISDICTIONS, LOCATIONS, placeOf, readDeployArgs } from "./deploy/args.mjs";
import { listMigrations, readConfig } from "./deploy/config.mjs";
import { gather } from "./deploy/facts.mjs";
import { keepDatabaseId, writeMade } from "./deploy/own-file.mjs";
import { dryRunText, planText } from "./deploy/plan.mjs";
import { jsonIn, mustRun, wranglerIn } from "./deploy/wrangler.mjs";
import { root } from "./serve/settings.mjs";
import { run, UserError } from "./serve/user-error.mjs";

/**
 * Deploys: migrations first, then the worker, then the secrets that are missing. Each step leaves alone what is done, so
 * that it can be repeated after any failure.
 * @param {{ root: string, args: string[], say: (text: string) => void, ask: ((question: string) => Promise<string>) | null }} given
 *   `ask` is null where nobody is there to answer
 */
export async function deploy({ root: folder, args, say, ask }) {
  const { dryRun, yes, place: said } = readDeployArgs(args);
  const wrangler = wranglerIn(folder);
  const config = await readConfig(folder);
  if (config.problems.length > 0) {
    throw new UserError(`Not as it has to be, and nothing was changed:\n- ${config.problems.join("\n- ")}`);
  }
  writeMade(folder, config.made);
  if (dryRun) return tryOut({ folder, config, wrangler, say });
  if (!yes && ask === null) {
    throw new UserError("Nobody is here to be asked, and nothing was changed. A script says --yes.");
  }

  const facts = await gather({ root: folder, config, wrangler });
  const place = facts.databaseId === null ? (said ?? (await askPlace(yes ? null : ask, say))) : null;
  if (facts.databaseId !== null && said !== null) {
    say(
      `The database "${config.database}" is there already and stays where it is: ${said.join(" ")} says nothing now.`,
    );
  }
  say(`This will be done:\n${planText(config, facts, place)}`);
  if (!yes && !/^y(es)?$/i.test((await ask("Go on? (yes/no) ")).trim())) throw new UserError("Nothing was changed.");

  if (config.databaseId === null) {
    keepDatabaseId(folder, facts.databaseId ?? (await makeDatabase(config, place, wrangler)));
    writeMade(folder, (await readConfig(folder)).made);
  }
  if (facts.pending.length > 0) {
    await mustRun(wrangler, ["d1", "migrations", "apply", "DB", "--remote"], { show: true });
  }
  const printed = await mustRun(wrangler, ["deploy"], { show: true });
  for (const name of facts.missing) {
    await mustRun(wrangler, ["secret", "put", name], { input: randomBytes(32).toString("base64url") });
    say(`${name} is set.`);
  }
  const atWorkers = /https:\/\/[\w.-]+\.workers\.dev/.exec(printed)?.[0] ?? "https://YOUR-ADDRESS";
  const url = config.hosts.length === 0 ? atWorkers : `https://${config.hosts[0]}`;
  say(
    `Deployed: ${url}/healthz says {"status":"ok"} from now on. A sign-in link for its first owner: npm run recover -- --url ${url}`,
  );
}

async function tryOut({ folder, config, wrangler, say }) {
  say("This is a dry run: nothing is changed and no account is asked.");
  say(dryRunText(config, listMigrations(folder)));
  const outdir = mkdtempSync(join(tmpdir(), "signpost-deploy-"));
  try {
    await mustRun(wrangler, ["deploy", "--dry-run", "--outdir", outdir], { show: true });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
  say("It builds. Nothing was changed.");
}

async function askPlace(ask, say) {
  if (ask === null) {
    throw new UserError(
      "The database is yet to be made. Say where with --jurisdiction or --location: it cannot be changed later.",
    );
  }
  say(
    `Where is the database to be? This cannot be changed later.\n` +
      `  A jurisdiction keeps it there for good: ${JURISDICTIONS.join(", ")}.\n` +
      `  A location is where it begins, near those who write: ${LOCATIONS.join(", ")}.`,
  );
  return placeOf(await ask("Place: "));
}

/** Its id is read from the list: what `create` prints is made for people. */
async function makeDatabase({ database }, place, wrangler) {
  await mustRun(wrangler, ["d1", "create", database, ...place]);
  const made = jsonIn(await mustRun(wrangler, ["d1", "list", "--json"])).find(({ name }) => name === database);
  if (!made)
    throw new UserError(`The database "${database}" was made and is not in the list yet. Run this again in a minute.`);
  return made.uuid;
}

if (import.meta.main) {
  await run(async () => {
    const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null;
    try {
      const ask = terminal && ((question) => terminal.question(question));
      await deploy({ root, args: process.argv.slice(2), say: (text) => console.log(text), ask });
    } finally {
      terminal?.close();
    }
  });
}
