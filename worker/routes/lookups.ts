import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import type { SimilarEvent, SourceHint } from "../contract/api-types";
import { SimilarQuery, SourceQuery } from "../contract/lookup-requests";
import { addressSpellings } from "../core/address-spellings";
import { addDays, firstDayOf } from "../core/months";
import { likenessTo, type TypedEvent } from "../core/similarity";
import { siteOf } from "../core/sites";
import { titleFromAddress } from "../core/source-titles";
import type { AppEnv } from "../http/context";
import { validate } from "../http/validate";
import { findByUrl, findNeighbours, lastOfSite, listProjects } from "../store/lookups";
import { analystNames } from "../store/people";
import { apiEvent } from "./respond";

const SHOWN = 5;

/** The days around a valid date; a month is looked at whole. */
function around(date: string, days: number): { from: string; to: string } | null {
  if (date === "") return null;
  const first = firstDayOf(date);
  return { from: addDays(first, -days), to: addDays(first, date.length === 7 ? days + 30 : days) };
}

/** What the log form looks up while an event is typed. */
export const lookups = new Hono<AppEnv>()
  .get("/:slug/similar", validate("query", SimilarQuery), async (c) => {
    const { db } = c.var;
    const { registration } = await requireScenario(db, c.req.param("slug"));
    const query = c.req.valid("query");
    const indicator = registration.indicators.find(({ key }) => key === query.indicator);
    if (!indicator) return c.json({ similar: [] });
    const typed: TypedEvent = { ...query, code: query.code === "" ? null : query.code };
    const found = await findNeighbours(db, registration.slug, {
      indicator: indicator.key,
      own: around(query.date, 31),
      others: around(query.date, 1),
      urls: addressSpellings(query.sourceUrl),
    });
    const names = await analystNames(db);
    const similar = found
      .flatMap((event) => {
        const likeness = likenessTo(typed, event, indicator);
        return likeness ? [{ ...likeness, event }] : [];
      })
      .toSorted((a, b) => b.rank - a.rank)
      .slice(0, SHOWN)
      .map(({ event, likeness, why }): SimilarEvent => {
        return { event: apiEvent(event, registration.indicators, names), likeness, why };
      });
    return c.json({ similar });
  })

  .get("/:slug/sources", validate("query", SourceQuery), async (c) => {
    const { db } = c.var;
    const { registration } = await requireScenario(db, c.req.param("slug"));
    const { url } = c.req.valid("query");
    const site = siteOf(url);
    if (site === "") return c.json({ site, sourceReliability: null, sourceTitle: "" } satisfies SourceHint);
    const last = await lastOfSite(db, registration.slug, site);
    const same = await findByUrl(db, registration.slug, addressSpellings(url));
    const hint: SourceHint = {
      site,
      sourceReliability: last?.sourceReliability ?? null,
      sourceTitle: same?.sourceTitle ?? titleFromAddress(url, last?.sourceTitle ?? ""),
    };
    return c.json(hint);
  })

  .get("/:slug/projects", async (c) => {
    const { registration } = await requireScenario(c.var.db, c.req.param("slug"));
    return c.json({ projects: await listProjects(c.var.db, registration.slug) });
  });
