import { Hono } from "hono";
import { dayOfInstant, latestDay } from "../core/days";
import { requireScenario } from "../actions/context";
import { getView } from "../actions/get-view";
import { propositionHistory } from "../actions/proposition-history";
import { DomainError } from "../core/errors";
import { firstDayOf } from "../core/months";
import { claimScores, forecasters } from "../core/forecasters";
import type { AppEnv } from "../http/context";
import { loadForecasts } from "../store/claims";
import { analystNames } from "../store/people";
import { loadStatements } from "../store/statements";
import { openView } from "../store/view-bytes";

/** One claim with everything said of it, and how its forecasters fare. Names are for people who are signed in. */
export const propositionReads = new Hono<AppEnv>()
  .get("/:slug/propositions/:id", async (c) => {
    const { db, now } = c.var;
    const { slug, id } = c.req.param();
    const { registration } = await requireScenario(db, slug);
    const claim = (await loadStatements(db, slug)).propositions.find((one) => one.id === id);
    // As of today, not of the last covered month: what an analyst said a minute ago has to show. So has an outcome of a
    // day that has begun only east of here; one that a file dates later waits for its day.
    const today = dayOfInstant(now);
    const settledOn = firstDayOf(claim?.outcome?.on ?? today);
    const asOf = settledOn > today && settledOn <= latestDay(now) ? settledOn : today;
    const { stored } = await getView(db, { slug, asOf, today, now });
    const view = await openView(await stored());
    const proposition = view.propositions.find((one) => one.id === id);
    if (!proposition || !claim) throw new DomainError("not-found", "There is no claim with this id in the scenario.");
    const names = await analystNames(db);
    const nameOf = (analyst: string): string => names.get(analyst) ?? analyst;
    const forecasts = await loadForecasts(db, slug, id);
    const { analysts, model } = claimScores(claim, forecasts, registration.registeredOn);
    const history = await propositionHistory(db, slug, id);
    return c.json({
      proposition,
      forecasts: forecasts.map(({ analyst, recordedAt, probability }) => ({
        by: nameOf(analyst),
        recordedAt,
        probability,
      })),
      scores: analysts.map(({ analyst, ...score }) => ({ by: nameOf(analyst), ...score })),
      model,
      history: history.map(({ who, ...change }) => ({ by: nameOf(who), ...change })),
    });
  })

  .get("/:slug/forecasters", async (c) => {
    const { db } = c.var;
    const slug = c.req.param("slug");
    const { registration } = await requireScenario(db, slug);
    const { propositions } = await loadStatements(db, slug);
    const names = await analystNames(db);
    const standings = forecasters(propositions, await loadForecasts(db, slug), registration.registeredOn);
    return c.json({
      forecasters: standings.map(({ analyst, ...standing }) => ({ by: names.get(analyst) ?? analyst, ...standing })),
    });
  });
