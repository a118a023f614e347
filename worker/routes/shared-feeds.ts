import { atomFeed, sinceOf } from "../core/atom";
import { calendarFile, type CalendarFacts } from "../core/calendar";
import { dayOfInstant, instantOfDay } from "../core/days";
import { deadlinesOf } from "../core/deadlines";
import { toldBy, viewHappenings } from "../core/happenings";
import { pendingSentence } from "../core/said-sentences";
import type { ScenarioView } from "../core/view-types";
import type { AppContext } from "../http/context";
import { Memory, type Kept } from "../http/memory";
import { keptText, sendText } from "../http/send-text";
import { parseView } from "../store/view-bytes";
import { publisherOf } from "./publisher";
import { noLink, openUnguarded } from "./shared-link";
import { viewOf } from "./shared-view";

/** By everything that they are made of: feed readers ask often, and nearly always for what they have. */
const files = new Memory<Kept>(2_000_000);

/** Changes of the verdict and the note that the page shows; nothing that is not on the page. */
export function sharedFeed(c: AppContext): Promise<Response> {
  return follow(c, "application/atom+xml", (facts, view, today) => {
    const self = `${facts.page}/feed.atom`;
    const since = sinceOf(view, today);
    const told = toldBy(viewHappenings(view), instantOfDay(today));
    const subtitle = pendingSentence(view);
    return atomFeed({ ...facts, self, subtitle, author: publisherOf(c), since }, told);
  });
}

/** The deadlines of the claims on the page, and of its horizons. */
export function sharedCalendar(c: AppContext): Promise<Response> {
  return follow(c, "text/calendar", (facts, view, today) => calendarFile(facts, deadlinesOf(view, today)));
}

async function follow(
  c: AppContext,
  type: string,
  write: (facts: CalendarFacts, view: ScenarioView, today: string) => string,
): Promise<Response> {
  const link = await openUnguarded(c);
  // A frozen page never changes, whatever its row says.
  if (!link.feeds || link.seal !== null) return noLink();
  const shown = await viewOf(c, link);
  const { host, origin } = new URL(c.req.url);
  // The link's id, not its token: a new address of the same link is the same feed to its readers.
  const facts = { host, of: `link/${link.id}`, title: link.title, page: `${origin}/s/${c.req.param("token")}` };
  // All of a view is dated by the day, so that is all that the present changes.
  const today = dayOfInstant(c.var.now);
  const key = JSON.stringify([type, shown.hash, facts, today]);
  const known = files.get(key);
  if (known) return sendText(c, known, type);
  const kept = await keptText(write(facts, parseView(shown.identity), today));
  files.set(key, kept);
  return sendText(c, kept, type);
}
