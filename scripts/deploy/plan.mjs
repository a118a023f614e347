const list = (names) => names.map((name) => `       ${name}`).join("\n");

/**
 * What a deployment will do, in sentences.
 * @param {object} config of `readConfig`
 * @param {{ databaseId: string | null, inConfig: boolean, pending: string[], missing: string[] }} facts
 * @param {string[] | null} place
 * @returns {string}
 */
export function planText(config, { databaseId, inConfig, pending, missing }, place) {
  const steps = [
    databaseId === null &&
      `Make the D1 database "${config.database}" (${place?.join(" ")}). Where it is cannot be changed later.`,
    databaseId !== null &&
      !inConfig &&
      `Use the D1 database "${config.database}" that your account has already (${databaseId}), with what is in it.`,
    !inConfig && "Put the database's id into wrangler.toml. Commit that change.",
    pending.length === 0
      ? "Change nothing in the database: it has every migration."
      : `Apply ${pending.length} ${pending.length === 1 ? "migration" : "migrations"}, which add and take nothing away:\n${list(pending)}`,
    `Build the pages and upload the worker "${config.worker}", with its hourly run (${config.crons}).`,
    missing.length > 0 &&
      `Make ${missing.join(" and ")}, 32 random bytes each, and store them with the worker. Nobody sees them, not even you.`,
  ].filter((step) => step !== false);
  const bucket = config.bucket
    ? `Backups go to the bucket "${config.bucket}".`
    : "No bucket is bound, so nothing is backed up by itself (docs/backup.md).";
  const beside =
    "Access is set up and workers_dev is not false: the address at workers.dev stands beside it, and Access guards only your own.";
  const notes = [bucket, config.besideAccess && beside].filter((note) => note !== false);
  return [...steps.map((step, i) => `  ${i + 1}. ${step}`), ...notes].join("\n");
}

/** @param {object} config @param {string[]} migrations */
export function dryRunText(config, migrations, isPlaceholder) {
  const which = isPlaceholder
    ? "The database is yet to be made, so all of these would be applied:"
    : "Of these the ones would be applied that the database does not have; which, only the account knows:";
  return [
    `Worker "${config.worker}", database "${config.database}" (${isPlaceholder ? "not made yet" : config.databaseId}).`,
    which,
    list(migrations),
    "Secrets that must be there, and are made where they are not: SIGNING_KEY, LINK_SECRET.",
    "Now the worker is built as it would be uploaded:",
  ].join("\n");
}
