import { file, type ApiRoute, type Who } from "./route";

const PAGES: readonly [id: string, path: string, says: string][] = [
  ["homePage", "/", "The dashboard of the only scenario, else the list."],
  ["scenariosPage", "/scenarios", "The list of scenarios."],
  ["registerPage", "/scenarios/new", "Registers a scenario from a file; owners."],
  ["dashboardPage", "/scenarios/:slug", "The dashboard of a scenario."],
  ["logPage", "/scenarios/:slug/log", "Logs an event."],
  ["eventsPage", "/scenarios/:slug/events", "The list of events."],
  ["eventPage", "/scenarios/:slug/events/:ref", "One event."],
  ["claimPage", "/scenarios/:slug/propositions/:id", "One claim."],
  ["weekPage", "/scenarios/:slug/week", "What waits this week."],
  ["closePage", "/scenarios/:slug/close", "Closes a month."],
  ["importPage", "/scenarios/:slug/import", "Imports a file."],
  ["linksPage", "/scenarios/:slug/links", "Makes links, and looks after them."],
  ["accountPage", "/account", "One's own keys and sessions."],
  ["apiPage", "/api", "This list of routes, to read."],
];

/** Pages for people who are signed in. */
export const PAGE_ROUTES: ApiRoute[] = [
  ...PAGES.map(([id, path, says]) => page(id, path, "viewer", says)),
  page("peoplePage", "/people", "owner", "Who may come in, and with what."),
  page("webhooksPage", "/scenarios/:slug/webhooks", "owner", "Where news of a scenario is sent to."),
  page("statusPage", "/status", "owner", "How this instance stands."),
];

function page(id: string, path: string, who: Who, says: string): ApiRoute {
  return { id, method: "GET", path, who, group: "Pages", says, answers: { 200: file("The page", "text/html") } };
}
