/**
 * Operations on the local database that no public address offers. It runs beside the public worker, in the same
 * process and on the same database, so that commands work while the instance does.
 */
import { Hono } from "hono";
import { clockNow } from "../../worker/clock";
import { dayOfInstant } from "../../worker/core/days";
import { changePerson } from "../../worker/actions/change-person";
import { requireKnownPerson } from "../../worker/actions/known-person";
import { rebuildAll } from "../../worker/actions/rebuild-projections";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { verifyViews } from "../../worker/actions/verify-views";
import { databaseTrouble } from "../../worker/core/database-trouble";
import { DomainError } from "../../worker/core/errors";
import { runSchedule } from "../../worker/schedule";
import { databaseMessage, openDatabase, type Database } from "../../worker/store/database";
import { lastRestore } from "../../worker/store/restore-rows";
import {
  createAccessKey,
  createSignInCode,
  ensureAnalyst,
  type AccessRole,
  type Analyst,
} from "../../worker/store/people";
import { backups } from "./backups";
import type { ControlEnv } from "./env";
import { applyMigrations, type Migration } from "./migrations";
import { isLoaded, loadAttestationFile, loadEvents, loadScenarioFile } from "./shipped";

/** The person at this machine, for whom `npm start` prints a sign-in link. */
const LOCAL_OWNER = "Owner";

const app = new Hono<{ Bindings: ControlEnv; Variables: { now: number } }>();

app.use(async (c, next) => {
  if (c.req.header("Authorization") !== `Bearer ${c.env.CONTROL_TOKEN}`) return c.json({ detail: "Not allowed." }, 403);
  c.set("now", clockNow(c.env));
  return next();
});

app.post("/migrations", async (c) => {
  const { migrations } = await c.req.json<{ migrations: Migration[] }>();
  return c.json({ applied: await applyMigrations(c.env.DB, migrations) });
});

app.post("/key", async (c) => {
  const { name, role } = await c.req.json<{ name: string; role: AccessRole }>();
  const db = openDatabase(c.env.DB);
  const { id } = await enabledPerson(db, { name, role, now: c.get("now") });
  return c.json({ key: await createAccessKey(db, id, c.get("now"), "npm run key") });
});

app.post("/sign-in-code", async (c) => {
  const db = openDatabase(c.env.DB);
  const { id } = await enabledPerson(db, { name: LOCAL_OWNER, role: "owner", now: c.get("now") });
  return c.json({ code: await createSignInCode(db, id, c.get("now")) });
});

/** The person of this name and role, made at first use. A key or a code of one who is disabled would open nothing. */
async function enabledPerson(db: Database, who: { name: string; role: AccessRole; now: number }): Promise<Analyst> {
  const person = await ensureAnalyst(db, who.name, who.role, who.now);
  const { disabledAt } = await requireKnownPerson(db, person.id, who.now);
  if (disabledAt === null) return person;
  const how =
    who.name === LOCAL_OWNER && who.role === "owner"
      ? "`npm run recover` lets them in again; another owner signs in with a link of their own."
      : "An owner lets them in again, under People.";
  throw new DomainError("conflict", `${who.name} (${who.role}) is disabled here, and could not get in. ${how}`);
}

/** As `/sign-in-code`, for an owner whom another has disabled as well. */
app.post("/recover", async (c) => {
  const [db, now] = [openDatabase(c.env.DB), c.get("now")];
  const { id } = await ensureAnalyst(db, LOCAL_OWNER, "owner", now);
  // Nobody comes in by way of Cloudflare Access here; and to let somebody in takes no other owner away.
  await changePerson({ db, who: id, now }, id, { disabled: false }, false);
  return c.json({ code: await createSignInCode(db, id, now) });
});

app.post("/verify", async (c) => {
  const db = openDatabase(c.env.DB);
  const restore = await lastRestore(db);
  const unfinished = restore !== null && restore.finishedAt === null ? restore.next : null;
  return c.json({ reports: await verifyLedgers(db, c.get("now")), frozen: await verifyViews(db), unfinished });
});

app.post("/rebuild", async (c) =>
  c.json({ scenarios: await rebuildAll(openDatabase(c.env.DB), dayOfInstant(c.get("now"))) }),
);

app.route("/", backups);

app.post("/schedule", async (c) => {
  await runSchedule(c.env, c.get("now"));
  return c.json({});
});

app.post("/shipped/state", async (c) => {
  const { slug } = await c.req.json<{ slug: string }>();
  const db = openDatabase(c.env.DB);
  const restore = await lastRestore(db);
  // Beside a backup that is half in there is no room, and a whole one is left as it was.
  const interrupted = restore !== null && restore.finishedAt === null;
  return c.json({ loaded: restore !== null || (await isLoaded(db, slug)), interrupted });
});

app.post("/shipped/scenario", async (c) => {
  const { file } = await c.req.json<{ file: string }>();
  await loadScenarioFile(c, file);
  return c.json({});
});

app.post("/shipped/events", async (c) => {
  const { slug, csv } = await c.req.json<{ slug: string; csv: string }>();
  return c.json({ events: await loadEvents(c, slug, csv) });
});

app.post("/shipped/attestations", async (c) => {
  const { slug, csv } = await c.req.json<{ slug: string; csv: string }>();
  return c.json({ months: await loadAttestationFile(c, slug, csv) });
});

app.notFound((c) => c.json({ detail: "There is no such operation." }, 404));

app.onError((error, c) => {
  if (error instanceof DomainError) return c.json({ detail: error.message }, 400);
  const trouble = databaseTrouble(databaseMessage(error));
  if (trouble === null) console.error(error);
  return c.json({ detail: trouble ?? error.message }, 400);
});

export default app;
