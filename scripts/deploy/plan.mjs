import { FREE_MONTHS } from "../../worker/env.ts";
import { BASE, OWN } from "./own-file.mjs";

const list = (names) => names.map((name) => `       ${name}`).join("\n");

/**
 * What the deployment will be, whatever has to be done for it.
 * @param {Awaited<ReturnType<import("./config.mjs").readConfig>>} config
 * @returns {string}
 */
export function standText(config) {
  const { hosts, atWorkers, worker, crons, bucket, perRun, isTracked } = config;
  const at = [
    ...hosts.map((host) => `https://${host}`),
    ...(atWorkers ? [`https://${worker}.YOUR-SUBDOMAIN.workers.dev`] : []),
  ];
  const lines = [
    `Address: ${at.length > 0 ? at.join(" and ") : "none. Set routes or workers_dev, or nobody reaches it"}`,
    `Who can reach it: ${reachText(config)}`,
    `Schedule: ${crons.join(", ")} by UTC, for verdicts, backups and what else waits`,
    `Limits: a write or a run computes ${perRun.months} month-end ${perRun.months === 1 ? "verdict" : "verdicts"}, a run backs up ${perRun.pages} ${perRun.pages === 1 ? "part" : "parts"}. ${planOf(perRun)}`,
    bucket === null
      ? "Backups: no bucket is bound, so nothing is backed up by itself (docs/backup.md)"
      : `Backups: to the bucket "${bucket}"`,
    ...(isTracked
      ? [
          `Note: ${BASE} holds the database's id, and the next upgrade changes that file. Move what is yours to ${OWN} (docs/deploy.md, Upgrade)`,
        ]
      : []),
  ];
  return lines.map((line) => `  ${line}`).join("\n");
}

/** What Access lets through is set at Cloudflare, and not to be seen from here. */
function reachText({ team, hosts, atWorkers }) {
  if (team === null) {
    return "everybody on the internet, as far as the sign-in page and shared links. Access is off (docs/deploy.md, 3)";
  }
  const beside =
    atWorkers && hosts.length > 0
      ? ". The address at workers.dev stands beside it, and Access guards only your own: set workers_dev = false"
      : "";
  return `Access is on: whom the team "${team}" lets in, if its two applications are made (docs/deploy.md, 3); shared links, everybody${beside}`;
}

function planOf({ months, pages }) {
  return months > FREE_MONTHS || pages > 1
    ? "That needs a paid plan: the free one gives 10 ms of CPU (docs/cost.md)"
    : "That fits the free plan's 10 ms of CPU; on a paid plan set VERDICT_MONTHS and BACKUP_PAGES to 200";
}

/**
 * What a deployment will do, in sentences.
 * @param {object} config of `readConfig`
 * @param {{ databaseId: string | null, pending: string[], missing: string[] }} facts
 * @param {string[] | null} place
 * @returns {string}
 */
export function planText(config, { databaseId, pending, missing }, place) {
  const steps = [
    databaseId === null &&
      `Make the D1 database "${config.database}" (${place?.join(" ")}). Where it is cannot be changed later.`,
    databaseId !== null &&
      config.databaseId === null &&
      `Use the D1 database "${config.database}" that your account has already (${databaseId}), with what is in it.`,
    config.databaseId === null && `Keep the database's id in ${OWN}, which git does not track.`,
    pending.length === 0
      ? "Change nothing in the database: it has every migration."
      : `Apply ${pending.length} ${pending.length === 1 ? "migration" : "migrations"}, which add and take nothing away:\n${list(pending)}`,
    `Build the pages and upload the worker "${config.worker}", with its schedule.`,
    missing.length > 0 &&
      `Make ${missing.join(" and ")}, 32 random bytes each, and store them with the worker. Nobody sees them, not even you.`,
  ].filter((step) => step !== false);
  return [...steps.map((step, i) => `  ${i + 1}. ${step}`), "What it will be:", standText(config)].join("\n");
}

/** @param {object} config @param {string[]} migrations */
export function dryRunText(config, migrations) {
  const which =
    config.databaseId === null
      ? "The database is yet to be made or found by its name, so all of these would be applied:"
      : "Of these the ones would be applied that the database does not have; which, only the account knows:";
  return [
    `Worker "${config.worker}", database "${config.database}" (${config.databaseId ?? `no id in ${OWN} yet`}).`,
    standText(config),
    which,
    list(migrations),
    "Secrets that must be there, and are made where they are not: SIGNING_KEY, LINK_SECRET.",
    "Now the worker is built as it would be uploaded:",
  ].join("\n");
}
