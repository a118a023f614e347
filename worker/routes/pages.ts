import { Hono } from "hono";
import { dayOfInstant, isFuture, latestDay } from "../core/days";
import { safeParse } from "valibot";
import { GENERATOR, getView } from "../actions/get-view";
import { listCards } from "../actions/list-cards";
import { monthToClose } from "../contract/month-to-close";
import type { NoteBy, PageData, RegisterPageData, ScenariosPageData } from "../contract/page";
import { ViewQuery } from "../contract/requests";
import { lastDayOf, monthOf } from "../core/months";
import type { ScenarioView } from "../core/view-types";
import { hasAccess } from "../http/access-jwt";
import { requirePerson } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { renderPage } from "../http/page";
import { ofScenario } from "../http/problem";
import { newestNote } from "../store/notes";
import { ownerNames } from "../store/owners";
import { analystNames } from "../store/people";
import { listVersions } from "../store/scenario-list";
import { listScenarioTitles } from "../store/scenarios";
import { viewBytes } from "../store/view-bytes";
import { publisherOf } from "./publisher";

/** Pages of one scenario: file, and how its title begins. */
const SCENARIO_PAGES = {
  dashboard: "",
  log: "Log an event - ",
  events: "Events - ",
  event: "Event - ",
  import: "Import events - ",
  links: "Share - ",
  proposition: "Claim - ",
  week: "This week - ",
  close: "Close a month - ",
} as const;

type ScenarioPage = keyof typeof SCENARIO_PAGES;

type OfView = Pick<PageData, "noteBy" | "viewHash">;

export async function pageData(
  c: AppContext,
  slug: string,
  { noteBy, viewHash }: OfView = { noteBy: null, viewHash: "" },
): Promise<PageData> {
  return {
    principal: requirePerson(c),
    slug,
    scenarios: await listScenarioTitles(c.var.db),
    today: dayOfInstant(c.var.now),
    generator: GENERATOR,
    publisher: publisherOf(c),
    viewHash,
    noteBy,
  };
}

/** Who signs the note of a view; null where it shows none, or one that has been written anew since its revision. */
async function signerOf(c: AppContext, { slug, note, asOf }: ScenarioView): Promise<NoteBy | null> {
  if (note === null) return null;
  const row = await newestNote(c.var.db, slug, monthOf(asOf));
  if (row?.month !== note.month || row.version !== note.version) return null;
  const names = await analystNames(c.var.db);
  return { month: row.month, version: row.version, name: names.get(row.who) ?? row.who };
}

/**
 * The day and revision that the address asks for. One that cannot be read, or has not come, is answered by the page. The
 * page that closes a month shows that month's end, as it would be frozen.
 */
function askedFor(c: AppContext, file: ScenarioPage): ViewQuery {
  if (file === "close") return { asOf: lastDayOf(monthToClose(c.req.query("month"), dayOfInstant(c.var.now))) };
  if (file !== "dashboard") return {};
  const { asOf, revision } = c.req.query();
  const result = safeParse(ViewQuery, { asOf, revision });
  const future = asOf !== undefined && isFuture(asOf, latestDay(c.var.now));
  return result.success && !future ? result.output : {};
}

async function scenarioPage(c: AppContext, file: ScenarioPage, slug: string): Promise<Response> {
  const { db, now } = c.var;
  const question = { slug, ...askedFor(c, file), today: dayOfInstant(now), now };
  const { text, hash } = await ofScenario(async () => {
    const { stored, hash } = await getView(db, question);
    return { text: new TextDecoder().decode(await viewBytes(await stored())), hash };
  });
  const view = JSON.parse(text) as ScenarioView;
  const noteBy = file === "dashboard" ? await signerOf(c, view) : null;
  return renderPage(c, {
    file,
    title: `${SCENARIO_PAGES[file]}${view.title} - Signpost`,
    description: view.statement,
    view: text,
    page: await pageData(c, slug, { noteBy, viewHash: hash }),
  });
}

async function home(c: AppContext): Promise<Response> {
  const page = await pageData(c, "");
  const [only] = page.scenarios;
  if (only && page.scenarios.length === 1) return scenarioPage(c, "dashboard", only.slug);
  return scenarioList(c, page);
}

async function scenarioList(c: AppContext, data: PageData): Promise<Response> {
  const page: ScenariosPageData = { ...data, cards: await listCards(c.var.db, data.today) };
  const description = "The scenarios that this Signpost tracks.";
  return renderPage(c, { file: "scenarios", title: "Scenarios - Signpost", description, page });
}

async function registerPage(c: AppContext): Promise<Response> {
  const { db, now } = c.var;
  const isOwner = requirePerson(c).role === "owner";
  const page: RegisterPageData = {
    ...(await pageData(c, "")),
    owners: isOwner ? [] : await ownerNames(db, now, hasAccess(c.env)),
    registered: isOwner ? await listVersions(db) : [],
  };
  const description = "Register a scenario from a file: checked first, then frozen.";
  return renderPage(c, { file: "register", title: "Register a scenario - Signpost", description, page });
}

export const pages = new Hono<AppEnv>()
  .get("/", home)
  .get("/scenarios", async (c) => scenarioList(c, await pageData(c, "")))
  .get("/scenarios/new", registerPage)
  .get("/scenarios/:slug", (c) => scenarioPage(c, "dashboard", c.req.param("slug")))
  .get("/scenarios/:slug/log", (c) => scenarioPage(c, "log", c.req.param("slug")))
  .get("/scenarios/:slug/events", (c) => scenarioPage(c, "events", c.req.param("slug")))
  .get("/scenarios/:slug/events/:ref", (c) => scenarioPage(c, "event", c.req.param("slug")))
  .get("/scenarios/:slug/propositions/:id", (c) => scenarioPage(c, "proposition", c.req.param("slug")))
  .get("/scenarios/:slug/week", (c) => scenarioPage(c, "week", c.req.param("slug")))
  .get("/scenarios/:slug/close", (c) => scenarioPage(c, "close", c.req.param("slug")))
  .get("/scenarios/:slug/import", (c) => scenarioPage(c, "import", c.req.param("slug")))
  .get("/scenarios/:slug/links", (c) => scenarioPage(c, "links", c.req.param("slug")));
