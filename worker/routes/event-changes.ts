import { Hono } from "hono";
import { correctEvent, requireEvent, retractEvent } from "../actions/change-event";
import { requireScenario } from "../actions/context";
import { eventHistory } from "../actions/event-history";
import type { ApiEvent } from "../contract/api-types";
import { CorrectionInput, ReasonInput } from "../contract/requests";
import { DomainError } from "../core/errors";
import { requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { analystNames } from "../store/people";
import type { ScenarioRecord } from "../store/scenarios";
import { contextOf } from "./action-context";
import { bodyOf, contentFrom, requireIfMatch } from "./event-body";
import { likelyFor } from "./likely";
import { apiEvent, type Names, savedEvent } from "./respond";

const MAX_EVENT_BYTES = 100_000;

/** Corrections and retractions: a new version with a reason, made on top of the version that the sender saw. */
export const eventChanges = new Hono<AppEnv>()
  .patch(
    "/:slug/events/:ref",
    requireRole("analyst"),
    limitBody(MAX_EVENT_BYTES),
    validate("json", CorrectionInput),
    async (c) => {
      const { db, now } = c.var;
      const version = requireIfMatch(c.req.header("If-Match"));
      const scenario = await requireScenario(db, c.req.param("slug"));
      const ref = c.req.param("ref");
      const { reason, confirmDate = false, ...changes } = c.req.valid("json");
      const { registration } = scenario;
      const { indicators, slug } = registration;
      const likely = confirmDate ? undefined : await likelyFor(c, registration, [changes]);
      return explainStale(c, scenario, ref, { version, changes }, async (names) => {
        const current = await requireEvent(db, slug, ref);
        // On top of a version that is gone the action refuses; a half-merged content is never stored.
        const content = contentFrom({ ...bodyOf(current), ...changes }, registration, now, {
          likely,
          standing: current,
        });
        const corrected = await correctEvent(contextOf(c), slug, { ref, version, reason, content });
        return savedEvent(corrected, indicators, names, now);
      });
    },
  )

  .delete(
    "/:slug/events/:ref",
    requireRole("analyst"),
    limitBody(MAX_EVENT_BYTES),
    validate("json", ReasonInput),
    async (c) => {
      const { db } = c.var;
      const version = requireIfMatch(c.req.header("If-Match"));
      const scenario = await requireScenario(db, c.req.param("slug"));
      const ref = c.req.param("ref");
      const { reason } = c.req.valid("json");
      const { indicators, slug } = scenario.registration;
      return explainStale(c, scenario, ref, { version, changes: {} }, async (names) => {
        return apiEvent(await retractEvent(contextOf(c), slug, { ref, version, reason }), indicators, names);
      });
    },
  );

interface Attempt {
  version: number;
  changes: Record<string, unknown>;
}

/** Answers with the changed event; a stale attempt with both versions, so that a person can compare and choose. */
async function explainStale(
  c: AppContext,
  scenario: ScenarioRecord,
  ref: string,
  { version, changes }: Attempt,
  change: (names: Names) => Promise<ApiEvent>,
): Promise<Response> {
  const { db } = c.var;
  const { indicators, slug } = scenario.registration;
  const names = await analystNames(db);
  try {
    return c.json(await change(names));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "stale-version") throw error;
    const current = apiEvent(await requireEvent(db, slug, ref), indicators, names);
    const seen = (await eventHistory(db, scenario, ref)).find(({ event }) => event.version === version);
    const yours = { ...(seen ? apiEvent(seen.event, indicators, names) : current), ...changes };
    throw new DomainError("stale-version", error.message, undefined, { current, yours });
  }
}
