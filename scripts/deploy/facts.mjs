import { UserError } from "../serve/user-error.mjs";
import { listMigrations } from "./config.mjs";
import { jsonIn, mustRun } from "./wrangler.mjs";

export const SECRETS = ["SIGNING_KEY", "LINK_SECRET"];

/**
 * What there is already at Cloudflare. Asks only, changes nothing.
 * @returns {Promise<{ databaseId: string | null, pending: string[], missing: string[] }>} `databaseId` null where none of the
 *   name exists; `missing` names secrets that are not set
 */
export async function gather({ root, config, wrangler }) {
  const { code, err } = await wrangler(["whoami", "--json"]);
  if (code !== 0) {
    throw new UserError(
      "Cloudflare does not know who you are, and nothing was changed. Run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN." +
        (err.trim() === "" ? "" : `\nwrangler said:\n${err.trim()}`),
    );
  }
  const inConfig = config.databaseId !== null;
  const known = jsonIn(await mustRun(wrangler, ["d1", "list", "--json"]));
  const found = known.find(({ uuid, name }) => (inConfig ? uuid === config.databaseId : name === config.database));
  if (inConfig && !found) {
    throw new UserError(
      `This account has no database ${config.databaseId}, which the configuration names. Nothing was changed. Is it another account's?`,
    );
  }
  return {
    databaseId: found?.uuid ?? null,
    pending: inConfig ? await pendingIn({ root, wrangler }) : listMigrations(root),
    missing: await missingSecrets(wrangler),
  };
}

/** Migrations that the database does not have: those of the folder that wrangler names. */
async function pendingIn({ root, wrangler }) {
  const listed = await mustRun(wrangler, ["d1", "migrations", "list", "DB", "--remote"]);
  return listMigrations(root).filter((name) => listed.includes(name));
}

/**
 * Before the first deployment there is no worker whose secrets could be listed. Any other failure ends it here: a secret
 * that is there must never be taken for a missing one, for a new one would make every passphrase wrong.
 */
async function missingSecrets(wrangler) {
  const args = ["secret", "list", "--format", "json"];
  const { code, out, err } = await wrangler(args);
  if (code !== 0 && /\b10007\b|Worker .* not found/.test(out + err)) return SECRETS;
  if (code !== 0) throw new UserError(`\`wrangler ${args.join(" ")}\` did not succeed:\n${err || out}`);
  const set = new Set(jsonIn(out).map(({ name }) => name));
  return SECRETS.filter((name) => !set.has(name));
}
