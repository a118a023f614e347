import { Hono } from "hono";
import { scenarioHappenings } from "../actions/scenario-happenings";
import { atomFeed, sinceOf } from "../core/atom";
import { calendarFile, type CalendarFacts } from "../core/calendar";
import { dayOfInstant } from "../core/days";
import { deadlinesOf } from "../core/deadlines";
import { pendingSentence } from "../core/said-sentences";
import type { AppContext, AppEnv } from "../http/context";
import { keptText, sendText } from "../http/send-text";
import { publisherOf } from "./publisher";

/** What a scenario tells, for programs that people have follow it: they send a key, or the session's cookie. */
export const feeds = new Hono<AppEnv>()
  .get("/:slug/feed.atom", async (c) => {
    const { view, happenings } = await told(c);
    const { origin, pathname } = new URL(c.req.url);
    const since = sinceOf(view, dayOfInstant(c.var.now));
    const facts = {
      ...factsOf(c, view.title),
      self: origin + pathname,
      subtitle: pendingSentence(view),
      author: publisherOf(c),
      since,
    };
    return sendText(c, await keptText(atomFeed(facts, happenings)), "application/atom+xml");
  })

  .get("/:slug/deadlines.ics", async (c) => {
    const { view } = await told(c);
    const file = calendarFile(factsOf(c, view.title), deadlinesOf(view, dayOfInstant(c.var.now)));
    return sendText(c, await keptText(file), "text/calendar");
  });

function told(c: AppContext) {
  const { db, now } = c.var;
  return scenarioHappenings(db, { slug: c.req.param("slug") ?? "", today: dayOfInstant(now), now });
}

function factsOf(c: AppContext, title: string): CalendarFacts {
  const { host, origin } = new URL(c.req.url);
  const path = `/scenarios/${c.req.param("slug")}`;
  return { host, of: path.slice(1), title, page: origin + path };
}
