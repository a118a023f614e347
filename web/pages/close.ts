import type { ApiNote } from "../../worker/contract/api-types";
import { monthToClose } from "../../worker/contract/month-to-close";
import type { PageData } from "../../worker/contract/page";
import { isMonth, lastMonthOver, monthRange } from "../../worker/core/months";
import type { ScenarioView } from "../../worker/core/view-types";
import { messagePlace, readersNote } from "../forms/page-parts";
import { onNewDay } from "../fresh/new-day";
import { api, asProblem } from "../lib/api";
import { utcToday } from "../lib/clock";
import { byId, embedded, h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { formatDate, formatInstant } from "../lib/format";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { userText, visibleText } from "../lib/user-text";
import { closeDraft, closeForm } from "../week/close-form";
import { closeResult } from "../week/close-result";
import { loadMonth } from "../week/month-panel";
import { MONTHS_END } from "../week/week-words";

/** More events than a month has ever had; what is beyond them is reviewed from the list. */
const EVENTS_OF_A_MONTH = 200;

const page = embedded<PageData>("page");
const view = embedded<ScenarioView>("view");
const asked = new URLSearchParams(location.search).get("month") ?? undefined;
const month = monthToClose(asked, utcToday());
const name = formatDate(month);
const message = messagePlace();
const place = h("div", { class: "stack" });

/** Its link is shown once, so the page must stay as it is. */
let isClosed = false;

/** What the address asked for cannot be closed: says why, and what is shown instead. */
function refusal(): string | null {
  if (asked === undefined || asked === month) return null;
  const why = isMonth(asked)
    ? `${formatDate(asked)} is not over, so it cannot be closed yet.`
    : "The month in the address cannot be read: write it as 2012-10.";
  return `${why} This is the last month that is over.`;
}

function otherMonth(notes: ApiNote[]): HTMLElement {
  const closed = new Set(notes.filter(({ closes }) => closes).map((note) => note.month));
  const months = monthRange(view.coverage.from, lastMonthOver(utcToday())).toReversed();
  const option = (one: string): HTMLElement =>
    h("option", { value: one, selected: one === month }, `${formatDate(one)}${closed.has(one) ? " (closed)" : ""}`);
  return h(
    "form",
    { class: "other-month row", method: "get" },
    h("label", { for: "other-month", class: "small" }, "Month"),
    h("select", { id: "other-month", name: "month" }, ...months.map(option)),
    h("button", { class: "button small" }, "Go to it"),
  );
}

function closedBefore({ by, recordedAt, version }: ApiNote): HTMLElement {
  return h(
    "p",
    { class: "notice info" },
    `Closed by `,
    userText(by),
    `, ${formatInstant(recordedAt)} (version ${version} of the note). Closing it again writes a new version and can make a new link; the first one stays as it is.`,
  );
}

/** Another month may be over since the page was opened. It is shown at once unless something would be lost by that. */
function lookAgain(): void {
  const due = monthToClose(asked, utcToday());
  if (due === month) return;
  if (!isClosed && !hasDraft(page.slug, closeDraft(month))) return location.reload();
  const link = h("a", { href: `${location.pathname}?month=${due}` }, `Close ${formatDate(due)}`);
  message.show(
    "info",
    h("p", {}, `${formatDate(due)} is over. `, link, isClosed ? "" : " What you typed here is kept."),
  );
}

async function load(): Promise<void> {
  try {
    const path = scenarioPath(page.slug);
    const [facts, { notes }] = await Promise.all([
      loadMonth(page.slug, month, EVENTS_OF_A_MONTH),
      api<{ notes: ApiNote[] }>("GET", `${path}/notes`),
    ]);
    const note = notes.find((one) => one.month === month) ?? null;
    const form = closeForm({
      view,
      month,
      facts,
      note,
      today: utcToday(),
      slug: page.slug,
      indicators: view.indicators,
      reader: page.principal?.name ?? "",
      onClosed: (closed) => {
        isClosed = true;
        message.clear();
        place.replaceChildren(closeResult(page.slug, closed));
        scrollTo({ top: 0 });
      },
    });
    place.replaceChildren(otherMonth(notes), ...(note?.closes ? [closedBefore(note)] : []), form);
  } catch (error) {
    const again = h("button", { class: "button small", type: "button", onclick: () => void load() }, "Try again");
    message.show("danger", asProblem(error).detail, again);
  }
}

fillHeader(page, "week");
document.title = `Close ${name} - ${visibleText(view.title)} - Signpost`;
byId("main").append(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, `Close ${name}`),
    h("p", { class: "small muted" }, MONTHS_END),
    message.element,
    place,
  ),
);
const refused = refusal();
if (refused !== null) message.show("warning", refused);
if (canWrite(page)) {
  // Coming back from a review by the browser's own button may show the page as it was left.
  addEventListener("pageshow", ({ persisted }) => void (persisted && location.reload()));
  onNewDay(lookAgain);
  void load();
} else place.append(readersNote(page, "close months"));
