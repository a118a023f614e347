import type { Week } from "../../worker/contract/api-types";
import type { PageData } from "../../worker/contract/page";
import type { Month } from "../../worker/core/types";
import type { ScenarioView } from "../../worker/core/view-types";
import { messagePlace } from "../forms/page-parts";
import { onNewDay } from "../fresh/new-day";
import { api, asProblem } from "../lib/api";
import { today, utcToday } from "../lib/clock";
import { byId, embedded, h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { visibleText } from "../lib/user-text";
import { openMonthDialog } from "../view/month-dialog";
import { monthsInWords } from "../week/month-words";
import { rangeForm } from "../week/range-form";
import { claimSection, closeCard, monthRows, reviewSection, section, threadSection } from "../week/sections";
import { quietSentence, waitingParts } from "../week/week-words";

const page = embedded<PageData>("page");
const view = embedded<ScenarioView>("view");
const writes = canWrite(page);
const reader = page.principal?.name ?? "";
const options = { slug: page.slug, indicators: view.indicators, reader, writes };
const message = messagePlace();
const waiting = h("p", { class: "muted", role: "status" }, "Reading what is waiting ...");
const place = h("div", { class: "stack" }, waiting);
const dayLine = h("p", { class: "muted" });

/** All months that are over and nobody looked at: those the view knows of, and those after its last day. */
function unlooked(week: Week): Month[] {
  const over = view.months.filter(({ month }) => month >= view.coverage.from && month <= week.lastMonth.month);
  const known = over.filter(({ covered }) => !covered).map(({ month }) => month);
  return [...new Set([...known, ...week.unlookedMonths])].filter((month) => !saidHere.has(month)).toSorted();
}

/** Said since the page came, which the embedded view does not know. */
const saidHere = new Set<Month>();

async function onLooked(months: Month[]): Promise<void> {
  for (const month of months) saidHere.add(month);
  await load();
  message.show("success", `Recorded that you looked at ${monthsInWords(months).replace(/^1 month: /, "")}.`);
  message.element.focus();
}

function monthsSection(week: Week): HTMLElement | null {
  const all = unlooked(week);
  if (week.unlookedMonths.length === 0 && all.length === 0) return null;
  const onMonth = (month: Month): void =>
    openMonthDialog(view, month, { writer: reader, asks: true, onChanged: (changed) => void onLooked([changed]) });
  const form = rangeForm({ slug: page.slug, months: all, onDone: (months) => void onLooked(months) });
  const earlier = all.length - week.unlookedMonths.length;
  return section(
    "months-title",
    "Months nobody looked at",
    week.unlookedMonths.length,
    h("p", { class: "small muted" }, "Of the last twelve. They count neither as quiet nor as busy."),
    monthRows(week.unlookedMonths.toReversed(), options, onMonth),
    writes && h("details", {}, h("summary", {}, "Several months at once"), form.element),
    earlier > 0 &&
      h(
        "p",
        { class: "small" },
        `${earlier} earlier ${earlier === 1 ? "month was" : "months were"} not looked at either: `,
        h("a", { href: `${scenarioPath(page.slug)}#coverage-title` }, "see who looked when"),
        ".",
      ),
  );
}

function nothing(week: Week): HTMLElement {
  return h(
    "div",
    { class: "empty stack tight" },
    h("h2", {}, "Nothing waits."),
    h("p", { class: "prose" }, quietSentence(week)),
    h(
      "p",
      { class: "row" },
      h("a", { class: "button", href: scenarioPath(page.slug) }, "To the dashboard"),
      writes && h("a", { class: "button", href: scenarioPath(page.slug, "/log") }, "Log an event"),
    ),
  );
}

function show(week: Week): void {
  const parts = waitingParts(week);
  if (parts.length === 0) return place.replaceChildren(nothing(week));
  const quiet = quietSentence(week);
  const lists = [
    reviewSection("disputed", week.disputed, options),
    threadSection(week.openThreads, options),
    claimSection(week.dueClaims, options),
    reviewSection("unreviewed", week.unreviewed, options),
  ];
  place.replaceChildren(
    h("p", { class: "lead" }, `${parts.join(", ")}.`),
    h(
      "div",
      { class: "week" },
      h("div", { class: "week-side" }, closeCard(week.lastMonth, options), monthsSection(week)),
      h("div", { class: "week-lists" }, ...lists.filter((list) => list !== null)),
    ),
    ...(quiet === "" ? [] : [h("p", { class: "small muted" }, quiet)]),
  );
}

/** Months end by UTC, so its day is told apart where it is not the reader's own. */
function sayDay(): void {
  const day = utcToday();
  dayLine.textContent = `What waits on ${formatDate(day)}${day === today() ? "" : " (UTC)"}.`;
}

async function load(): Promise<void> {
  sayDay();
  try {
    show(await api<Week>("GET", `${scenarioPath(page.slug)}/week`));
    message.clear();
  } catch (error) {
    const again = h("button", { class: "button small", type: "button", onclick: () => void load() }, "Try again");
    waiting.remove();
    message.show("danger", asProblem(error).detail, again);
  }
}

fillHeader(page, "week");
document.title = `This week - ${visibleText(view.title)} - Signpost`;
byId("main").append(h("div", { class: "stack" }, h("h1", {}, "This week"), dayLine, message.element, place));
// Coming back by the browser's own button may show the page as it was left.
addEventListener("pageshow", ({ persisted }) => void (persisted && load()));
onNewDay(() => void load());
void load();
