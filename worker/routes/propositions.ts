import { Hono } from "hono";
import { dayOfInstant, isFuture, latestDay, notYet } from "../core/days";
import { addProposition } from "../actions/add-proposition";
import { rateEvidence, removeEvidence } from "../actions/rate-evidence";
import { recordForecast } from "../actions/record-forecast";
import { reopenProposition, resolveProposition } from "../actions/resolve-proposition";
import { EvidenceInput, ForecastInput, PropositionInput, ReasonInput, ResolutionInput } from "../contract/requests";
import { DomainError } from "../core/errors";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { contextOf } from "./action-context";

const MAX_BYTES = 50_000;

/** What analysts say of claims: new ones, evidence, forecasts and outcomes. Each is one entry of the ledger. */
export const propositions = new Hono<AppEnv>()
  .post(
    "/:slug/propositions",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", PropositionInput),
    async (c) => {
      const { reason, ...input } = c.req.valid("json");
      const today = dayOfInstant(c.var.now);
      if (input.deadline <= today) {
        throw new DomainError("invalid", `A claim added today needs a deadline after ${today}.`, "deadline");
      }
      const added = await addProposition(contextOf(c), c.req.param("slug"), input, today, reason);
      return c.json(added, 201);
    },
  )

  .post(
    "/:slug/propositions/:id/evidence",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", EvidenceInput),
    async (c) => {
      const { reason, ...item } = c.req.valid("json");
      return c.json(await rateEvidence(contextOf(c), c.req.param("slug"), c.req.param("id"), item, reason), 201);
    },
  )

  .delete(
    "/:slug/propositions/:id/evidence/:event",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ReasonInput),
    async (c) => {
      const { slug, id, event } = c.req.param();
      return c.json(await removeEvidence(contextOf(c), slug, id, event, c.req.valid("json").reason));
    },
  )

  .post(
    "/:slug/propositions/:id/forecasts",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ForecastInput),
    async (c) => {
      const { probability } = c.req.valid("json");
      const { revision } = await recordForecast(contextOf(c), c.req.param("slug"), c.req.param("id"), probability);
      return c.json({ probability, recordedAt: c.var.now, revision }, 201);
    },
  )

  .post(
    "/:slug/propositions/:id/resolution",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ResolutionInput),
    async (c) => {
      const { reason, ...outcome } = c.req.valid("json");
      const latest = latestDay(c.var.now);
      if (isFuture(outcome.on, latest)) throw new DomainError("invalid", notYet(outcome.on, latest), "on");
      return c.json(await resolveProposition(contextOf(c), c.req.param("slug"), c.req.param("id"), outcome, reason));
    },
  )

  .delete(
    "/:slug/propositions/:id/resolution",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ReasonInput),
    async (c) => {
      const { reason } = c.req.valid("json");
      return c.json(await reopenProposition(contextOf(c), c.req.param("slug"), c.req.param("id"), reason));
    },
  );
