import type { PageData } from "../../worker/contract/page";
import { byId, h } from "./dom";
import { forgetOthers } from "./drafts";
import { watchPerson } from "./person";
import { userText, visibleText } from "./user-text";

/** The page that the header stands on; it is marked in the navigation. */
export type Here =
  | "dashboard"
  | "week"
  | "events"
  | "log"
  | "import"
  | "links"
  | "scenarios"
  | "people"
  | "status"
  | "account"
  | "api"
  | "none";

interface Entry {
  here: Here;
  label: string;
  href: string;
  /** Needs the right to write. */
  writes: boolean;
}

export function scenarioPath(slug: string, rest = ""): string {
  return `/scenarios/${encodeURIComponent(slug)}${rest}`;
}

export function canWrite(page: PageData): boolean {
  return page.principal?.role === "owner" || page.principal?.role === "analyst";
}

function entries(page: PageData): Entry[] {
  if (!page.principal || page.slug === "") return [];
  const at = (rest: string) => scenarioPath(page.slug, rest);
  const all: Entry[] = [
    { here: "dashboard", label: "Dashboard", href: at(""), writes: false },
    { here: "week", label: "This week", href: at("/week"), writes: false },
    { here: "events", label: "Events", href: at("/events"), writes: false },
    { here: "import", label: "Import", href: at("/import"), writes: true },
    { here: "links", label: "Share", href: at("/links"), writes: true },
  ];
  return all.filter((entry) => !entry.writes || canWrite(page));
}

function link(entry: Entry, here: Here): HTMLAnchorElement {
  return h("a", { href: entry.href, "aria-current": entry.here === here ? "page" : null }, entry.label);
}

function signOut(): HTMLFormElement {
  return h("form", { method: "post", action: "/sign-out" }, h("button", { class: "button small" }, "Sign out"));
}

/** A `details` menu that closes on Escape and on a click beside it. */
function menu(className: string, label: string, ...panel: Node[]): HTMLDetailsElement {
  const element = h(
    "details",
    { class: `menu ${className}` },
    h("summary", { class: "button quiet" }, label),
    h("div", { class: "panel" }, ...panel),
  );
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !element.open) return;
    element.open = false;
    element.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Node && !element.contains(event.target)) element.open = false;
  });
  return element;
}

function scenarioName(page: PageData): HTMLElement {
  const current = page.scenarios.find((scenario) => scenario.slug === page.slug);
  return h("span", { class: "scenario yields", title: current?.title }, current?.title ?? "");
}

function otherScenarios(page: PageData): Node[] {
  const others = page.scenarios.filter((scenario) => scenario.slug !== page.slug);
  return [
    ...(page.principal ? [h("a", { href: "/scenarios" }, "All scenarios")] : []),
    ...others.map((scenario) => h("a", { href: scenarioPath(scenario.slug) }, scenario.title)),
  ];
}

const OWNERS_PAGES: Entry[] = [
  { here: "people", label: "People", href: "/people", writes: true },
  { here: "status", label: "Status", href: "/status", writes: true },
];

function account(page: PageData, here: Here): Node[] {
  if (!page.principal) return [];
  const { name, role } = page.principal;
  const links: Entry[] = [
    ...(role === "owner" ? OWNERS_PAGES : []),
    { here: "account", label: "Your access", href: "/account", writes: false },
    { here: "api", label: "API", href: "/api", writes: false },
  ];
  return [h("p", {}, "Signed in as ", userText(name), ` (${role})`), ...links.map((one) => link(one, here)), signOut()];
}

/** Fills `<header class="site-header" id="site-header">`, which every page has, so that nothing moves when it comes. */
export function fillHeader(page: PageData, here: Here): void {
  const links = entries(page);
  const signedIn = page.principal !== null;
  if (page.principal) {
    forgetOthers(page.principal.id);
    watchPerson(page.principal.id);
  }
  const log = canWrite(page) && page.slug !== "";
  byId("site-header").replaceChildren(
    h(
      "div",
      { class: "bar" },
      h("a", { class: "brand", href: "/" }, "Signpost"),
      scenarioName(page),
      links.length > 0 && h("nav", { class: "wide-only", "aria-label": "Main" }, ...links.map((e) => link(e, here))),
      log &&
        h(
          "a",
          {
            class: "button primary small",
            href: scenarioPath(page.slug, "/log"),
            "aria-current": here === "log" ? "page" : null,
          },
          "Log an event",
        ),
      signedIn &&
        menu("wide-only", visibleText(page.principal?.name ?? ""), ...otherScenarios(page), ...account(page, here)),
      signedIn &&
        menu(
          "narrow-only",
          "Menu",
          ...links.map((e) => link(e, here)),
          ...otherScenarios(page),
          ...account(page, here),
        ),
    ),
  );
}
