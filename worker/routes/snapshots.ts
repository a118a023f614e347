import { Hono } from "hono";
import { dayOfInstant } from "../core/days";
import { catchUpVerdicts } from "../actions/catch-up-verdicts";
import { requireScenario } from "../actions/context";
import { createSnapshot } from "../actions/create-snapshot";
import { withdrawSnapshot } from "../actions/withdraw-snapshot";
import { SnapshotInput, WithdrawalInput } from "../contract/requests";
import { DomainError } from "../core/errors";
import { verdictLimit } from "../env";
import { requirePerson, requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, parseBody, validate } from "../http/validate";
import { analystNames } from "../store/people";
import { findSnapshot, listSnapshots } from "../store/snapshots";
import { contextOf } from "./action-context";
import { toCsv } from "./event-exports";
import { apiSnapshot } from "./respond";

const MAX_SNAPSHOT_BYTES = 20_000;

export const scenarioSnapshots = new Hono<AppEnv>()
  .get("/:slug/snapshots", async (c) => {
    const { db } = c.var;
    const { registration } = await requireScenario(db, c.req.param("slug"));
    const names = await analystNames(db);
    const rows = await listSnapshots(db, registration.slug);
    return c.json({ snapshots: rows.map((row) => apiSnapshot(row, names)) });
  })

  .post(
    "/:slug/snapshots",
    requireRole("analyst"),
    limitBody(MAX_SNAPSHOT_BYTES),
    validate("json", SnapshotInput),
    async (c) => {
      const { db, now } = c.var;
      const slug = c.req.param("slug");
      const { title, note, asOf } = c.req.valid("json");
      const today = dayOfInstant(now);
      if (asOf !== undefined && asOf > today) {
        throw new DomainError("invalid", `${asOf} has not come yet. Freeze a day up to ${today}.`, "asOf");
      }
      await catchUpVerdicts(db, slug, today, verdictLimit(c.env));
      const question = { slug, asOf, today, now };
      const { snapshot, token } = await createSnapshot(contextOf(c), { title, note, question, toCsv });
      // The host that the request came to is the one the person sees; no address is taken from the body.
      const url = new URL(`/s/${token}`, c.req.url).href;
      return c.json({ ...apiSnapshot(snapshot, await analystNames(db)), url }, 201);
    },
  );

export const snapshots = new Hono<AppEnv>()
  .get("/:id", async (c) => {
    const { db } = c.var;
    const row = await findSnapshot(db, c.req.param("id"));
    if (!row) throw new DomainError("not-found", "There is no link with this id.");
    return c.json(apiSnapshot(row, await analystNames(db)));
  })

  .delete("/:id", requireRole("analyst"), limitBody(MAX_SNAPSHOT_BYTES), async (c) => {
    const text = await c.req.text();
    const { reason } = text === "" ? { reason: "" } : parseBody(WithdrawalInput, parseJson(text));
    const row = await withdrawSnapshot(contextOf(c), c.req.param("id"), reason, requirePerson(c).role === "owner");
    return c.json(apiSnapshot(row, await analystNames(c.var.db)));
  });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("invalid", 'Send no body, or JSON such as {"reason": "..."}.');
  }
}
