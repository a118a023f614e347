import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import type { EventPage } from "../../worker/contract/api-types";
import { countInWords, filtersOf, queryOf, readFilters } from "../forms/event-filters";
import type { Filters } from "../forms/event-filters";
import { eventRow, eventTable } from "../forms/event-rows";
import { filterForm } from "../forms/filter-form";
import { messagePlace, whileBusy } from "../forms/page-parts";
import { api, asProblem } from "../lib/api";
import { daysNow } from "../lib/clock";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { visibleText } from "../lib/user-text";

const page = embedded<PageData>("page");
const view = embedded<ScenarioView>("view");
const path = `/scenarios/${encodeURIComponent(page.slug)}/events`;
const message = messagePlace();
const count = h("p", { class: "muted", role: "status" });
const downloads = h("p", { class: "row" });
const empty = h("div", { class: "empty stack tight", hidden: true });
const table = eventTable();
const more = h("button", { class: "button", type: "button", hidden: true }, "Load more");
let filters = filtersOf(location.search);
let cursor: string | null = null;
/** How many fit the filters; counted with the first page only. */
let total: number | null = null;
const names = new Set(page.principal ? [page.principal.name] : []);
/** Answers come in any order; only the last question's counts. */
let question = 0;

function showDownloads(): void {
  const link = (type: string) =>
    h("a", { href: `/api/v1${path}.${type}${queryOf(filters)}`, download: "" }, type.toUpperCase());
  const filtered = queryOf(filters) !== "";
  downloads.replaceChildren(
    filtered ? "Download these events as " : "Download all events as ",
    link("csv"),
    link("json"),
  );
}

function showEmpty(): void {
  const filtered = queryOf(filters) !== "";
  empty.hidden = table.body.children.length > 0;
  table.element.hidden = !empty.hidden;
  downloads.hidden = !empty.hidden;
  const log = h("a", { class: "button primary", href: scenarioPath(page.slug, "/log") }, "Log an event");
  empty.replaceChildren(
    h("p", {}, filtered ? "No event fits these filters." : "Nothing is logged yet."),
    ...(filtered
      ? [h("p", {}, h("button", { class: "button", type: "button", onclick: clear }, "Show all events"))]
      : canWrite(page)
        ? [h("p", {}, log)]
        : []),
  );
}

async function load(from: string | null): Promise<void> {
  const asked = ++question;
  message.clear();
  try {
    const part = { limit: "50", ...(from === null ? { count: "1" } : { cursor: from }) };
    const found = await api<EventPage>("GET", `${path}${queryOf(filters, part)}`);
    if (asked !== question) return;
    if (from === null) total = found.total ?? null;
    const toReview = filters.review === "unreviewed" && canWrite(page);
    const rows = found.events.map((event) => eventRow(event, view.indicators, page.slug, toReview));
    if (from === null) table.body.replaceChildren(...rows);
    else table.body.append(...rows);
    cursor = found.nextCursor;
    more.hidden = cursor === null;
    for (const { by } of found.events) names.add(by);
    form.names([...names].toSorted());
    const { unreviewed, agreed, disputed } = view.review;
    const counted = { shown: table.body.children.length, total, all: unreviewed + agreed + disputed };
    count.textContent = countInWords(counted, queryOf(filters) !== "");
    showDownloads();
    showEmpty();
    if (from !== null) rows[0]?.querySelector("a")?.focus();
  } catch (error) {
    if (asked === question) message.show("danger", asProblem(error).detail);
  }
}

/** The address is the state: it can be kept, sent and gone back to. */
function go(next: Filters): void {
  filters = next;
  form.set(filters);
  const query = queryOf(filters);
  // Asked for again, a list is no further step back.
  if (query !== location.search) history.pushState(null, "", `${location.pathname}${query}`);
  void load(null);
}

function clear(): void {
  form.problems({});
  go(filtersOf(""));
}

const form = filterForm(
  view.indicators,
  (typed) => {
    const read = readFilters(typed, daysNow());
    form.problems(read.problems);
    if (Object.keys(read.problems).length === 0) go(read.filters);
  },
  clear,
);
form.set(filters);
more.addEventListener("click", () => void loadMore());
const loadMore = whileBusy(more, "Loading", () => load(cursor));
addEventListener("popstate", () => {
  filters = filtersOf(location.search);
  form.set(filters);
  void load(null);
});

fillHeader(page, "events");
document.title = `Events - ${visibleText(view.title)} - Signpost`;
byId("main").append(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, "Events"),
    form.element,
    h("div", { class: "row between" }, count, downloads),
    message.element,
    table.element,
    empty,
    h("p", {}, more),
  ),
);
void load(null);
