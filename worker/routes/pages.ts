import { Hono } from "hono";
import { dayOfInstant } from "../core/days";
import { safeParse } from "valibot";
import { GENERATOR, getView } from "../actions/get-view";
import type { PageData } from "../contract/page";
import { ViewQuery } from "../contract/requests";
import type { ScenarioView } from "../core/view-types";
import { requirePerson } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { renderPage } from "../http/page";
import { listScenarioTitles } from "../store/scenarios";
import { viewBytes } from "../store/views";

/** Pages of one scenario: file, and how its title begins. */
const SCENARIO_PAGES = {
  dashboard: "",
  log: "Log an event - ",
  events: "Events - ",
  event: "Event - ",
  import: "Import events - ",
  links: "Share - ",
  proposition: "Claim - ",
} as const;

type ScenarioPage = keyof typeof SCENARIO_PAGES;

async function pageData(c: AppContext, slug: string): Promise<PageData> {
  return {
    principal: requirePerson(c),
    slug,
    scenarios: await listScenarioTitles(c.var.db),
    today: dayOfInstant(c.var.now),
    generator: GENERATOR,
  };
}

/** The day and revision that the address asks for. One that cannot be read, or has not come, is answered by the page. */
function askedFor(c: AppContext): ViewQuery {
  const { asOf, revision } = c.req.query();
  const result = safeParse(ViewQuery, { asOf, revision });
  const future = asOf !== undefined && asOf > dayOfInstant(c.var.now);
  return result.success && !future ? result.output : {};
}

async function scenarioPage(c: AppContext, file: ScenarioPage, slug: string): Promise<Response> {
  const { db, now } = c.var;
  const asked = file === "dashboard" ? askedFor(c) : {};
  const { stored } = await getView(db, { slug, ...asked, today: dayOfInstant(now), now });
  const view = new TextDecoder().decode(await viewBytes(await stored()));
  const { title, statement } = JSON.parse(view) as ScenarioView;
  return renderPage(c, {
    file,
    title: `${SCENARIO_PAGES[file]}${title} - Signpost`,
    description: statement,
    view,
    page: await pageData(c, slug),
  });
}

async function home(c: AppContext): Promise<Response> {
  const page = await pageData(c, "");
  const [only] = page.scenarios;
  if (only && page.scenarios.length === 1) return scenarioPage(c, "dashboard", only.slug);
  const description = "The scenarios that this Signpost tracks.";
  return renderPage(c, { file: "scenarios", title: "Signpost", description, page });
}

export const pages = new Hono<AppEnv>()
  .get("/", home)
  .get("/scenarios/:slug", (c) => scenarioPage(c, "dashboard", c.req.param("slug")))
  .get("/scenarios/:slug/log", (c) => scenarioPage(c, "log", c.req.param("slug")))
  .get("/scenarios/:slug/events", (c) => scenarioPage(c, "events", c.req.param("slug")))
  .get("/scenarios/:slug/events/:ref", (c) => scenarioPage(c, "event", c.req.param("slug")))
  .get("/scenarios/:slug/propositions/:id", (c) => scenarioPage(c, "proposition", c.req.param("slug")))
  .get("/scenarios/:slug/import", (c) => scenarioPage(c, "import", c.req.param("slug")))
  .get("/scenarios/:slug/links", (c) => scenarioPage(c, "links", c.req.param("slug")));
