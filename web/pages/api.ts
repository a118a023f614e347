import type { OpenApi } from "../../worker/contract/openapi";
import type { PageData } from "../../worker/contract/page";
import { routeEntry, routesByGroup, wordsOf } from "../api/route";
import { memberList, shapeId, type Shape } from "../api/shapes";
import { byId, embedded, h } from "../lib/dom";
import { fillHeader } from "../lib/header";

const ADDRESS = "/api/v1/openapi.json";
const main = byId("main");
const found = h("p", { class: "muted", role: "status" });

/** Draws the whole description; `show` hides what a search does not find. */
function draw(document: OpenApi): void {
  const entries: { element: HTMLElement; words: string }[] = [];
  const sections = [...routesByGroup(document)].map(([group, routes]) => {
    const drawn = routes.map((route) => {
      const element = routeEntry(document, route, location.origin);
      entries.push({ element, words: wordsOf(route) });
      return element;
    });
    return h("section", { class: "routes" }, h("h2", {}, group), ...drawn);
  });
  const show = (text: string): void => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    for (const entry of entries) entry.element.hidden = !words.every((word) => entry.words.includes(word));
    for (const section of sections) section.hidden = !section.querySelector("details:not([hidden])");
    const count = entries.filter(({ element }) => !element.hidden).length;
    found.textContent = count === 0 ? "No route has these words. Try fewer." : `${count} of ${entries.length} routes`;
  };
  const search = h("input", { type: "search", id: "search", autocomplete: "off" });
  search.addEventListener("input", () => show(search.value));
  main.replaceChildren(
    h(
      "div",
      { class: "stack" },
      h("h1", {}, "API"),
      h(
        "p",
        { class: "prose" },
        "JSON in and out. Send an access key as a bearer token: Signpost shows it once, when it is made. A refusal says ",
        "what to do, and names the fields at fault. The same as a file: ",
        h("a", { href: ADDRESS }, "openapi.json"),
        ".",
      ),
      h("div", { class: "field" }, h("label", { for: "search" }, "Search the routes"), search),
      found,
      ...sections,
      shapes(document),
    ),
  );
  show("");
  openTarget();
}

function shapes({ components }: OpenApi): HTMLElement {
  const all = Object.entries(components.schemas).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  const entries = all.map(([name, shape]) =>
    h(
      "details",
      { class: "route", id: shapeId(name) },
      h("summary", {}, h("code", {}, name)),
      memberList(shape as Shape),
    ),
  );
  return h("section", { class: "routes" }, h("h2", {}, "Shapes"), ...entries);
}

/** A link to a shape or a route opens it. */
function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  if (!(target instanceof HTMLDetailsElement)) return;
  target.open = true;
  target.scrollIntoView();
}

async function load(): Promise<void> {
  main.replaceChildren(h("h1", {}, "API"), h("p", { role: "status" }, "Reading the list of routes ..."));
  try {
    const response = await fetch(ADDRESS);
    if (!response.ok) throw new Error(String(response.status));
    draw((await response.json()) as OpenApi);
  } catch {
    const retry = h("button", { class: "button", type: "button", onclick: () => void load() }, "Try again");
    main.replaceChildren(
      h("h1", {}, "API"),
      h("p", { role: "alert" }, "The list of routes could not be read. "),
      retry,
    );
  }
}

fillHeader(embedded<PageData>("page"), "api");
addEventListener("hashchange", openTarget);
await load();
