import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { api, asProblem } from "../lib/api";
import { explore } from "../explore/opener";
import { freshNotice } from "../fresh/notice";
import { settleUntil } from "../fresh/settle";
import { watch, type Answer } from "../fresh/watch";
import { daysNow, today } from "../lib/clock";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { keepingPlace } from "../log/keep-place";
import { keysButton, openLogBeside } from "../log/opener";
import { answers, asOfControls, askedQuery, readAsked, viewingMark, type Asked } from "../view/as-of";
import { openMonthDialog } from "../view/month-dialog";
import { renderView } from "../view/render";
import { hasRoom } from "../view/room";
import { drawSlots } from "../view/slot";
import { staleNotice } from "../view/stale";
import { takeAway } from "../view/take-away";

const page = embedded<PageData>("page");
const at = (rest: string) => scenarioPath(page.slug, rest);
const asked = readAsked(new URLSearchParams(location.search), daysNow());
let takeDown: () => void = () => undefined;
let shown = embedded<ScenarioView>("view");
const fresh = freshNotice();

/** `atOnce`: all of it, for a page that is drawn anew must be as long as it was. */
function show(view: ScenarioView, question: Asked = asked, atOnce = true): void {
  takeDown();
  shown = view;
  const writer = canWrite(page) ? (page.principal?.name ?? null) : null;
  const open = (month: string, asks: boolean) =>
    openMonthDialog(view, month, { writer, asks, onChanged: (changed) => void load().then(() => toMonth(changed)) });
  // By earlier records an empty month may long have been looked at.
  const isNow = question.revision === null;
  const rendered = renderView(view, {
    eventHref: (ref) => at(`/events/${encodeURIComponent(ref)}`),
    onMonth: isNow ? (month) => open(month, false) : null,
    reviewHref: (state) => at(`/events?review=${state}`),
    note: { by: page.noteBy, write: writer === null ? null : (month) => at(`/close${month ? `?month=${month}` : ""}`) },
    monthsOpen: hasRoom(),
    barsFirst: false,
    claimLinks: {
      href: (id) => at(`/propositions/${encodeURIComponent(id)}`),
      add: canWrite(page) ? at("/propositions/new") : null,
    },
    moreEvents: h("a", { href: at("/events") }, "All events"),
    underHeadline: h(
      "div",
      { class: "stack tight" },
      staleNotice(view, { today: today(), onMonth: isNow && writer !== null ? (month) => open(month, true) : null }),
      asOfControls(view, question),
    ),
    afterFirstScreen: explore(view),
  });
  const title = h(
    "div",
    { class: "page-title row between" },
    h("h1", {}, userText(view.title)),
    writer !== null && keysButton(),
  );
  const mark = viewingMark(view, question);
  const { element, slots } = rendered;
  const below = {
    figures: rendered.below.figures,
    words: () => {
      rendered.below.words();
      element.append(files(view));
    },
  };
  const whole = atOnce || location.hash !== "";
  const now = whole ? below.figures() : [];
  if (whole) below.words();
  byId("main").replaceChildren(fresh.element, ...(mark ? [mark] : []), title, element);
  takeDown = whole ? drawSlots([...slots, ...now]) : drawSlots(slots, below);
}

function files(view: ScenarioView): HTMLElement {
  const api = `/api/v1${at("")}`;
  const query = `?asOf=${view.asOf}&revision=${view.revision}`;
  return takeAway(view, {
    files: [
      [h("a", { href: `${api}/view${query}`, download: `${view.slug}.json` }, "These figures as JSON")],
      [
        h("a", { href: `${api}/events.csv`, download: true }, "All events as CSV"),
        " or ",
        h("a", { href: `${api}/events.json`, download: true }, "JSON"),
        ", by the records of today",
      ],
      [
        h("a", { href: `${api}/deadlines.ics` }, "Deadlines as a calendar (ICS)"),
        " and ",
        h("a", { href: `${api}/feed.atom` }, "verdict changes and notes as a feed (Atom)"),
        "; for a feed reader or calendar, share a live link that readers may follow",
      ],
    ],
    cited: {
      publisher: page.publisher,
      title: view.title,
      url: `${location.origin}${at("")}${query}`,
      frozenOn: null,
      readOn: today(),
    },
  });
}

/** Another page, or another person, wrote to the log: the newer figures are drawn in place, and what changed is said. */
function onAnswer(answer: Answer): void {
  void settle();
  if (answer.kind !== "new") return fresh.say(answer, shown);
  const { view } = answer;
  // What was saved from this page is shown already.
  if (view.revision === shown.revision && view.asOf === shown.asOf) return;
  const before = shown;
  keepingPlace(byId("main"), () => show(view));
  fresh.say(answer, before);
}

let settling = false;

/** While verdicts are being recalculated the page has the server go on, and draws the new ones once all are there. */
async function settle(): Promise<void> {
  if (settling || !shown.settling || asked.revision !== null) return;
  settling = true;
  const before = shown;
  try {
    await settleUntil(({ left }) => left === 0, { slug: page.slug, asOf: asked.asOf, tell: fresh.progress });
    await load();
    fresh.say({ kind: "new", view: shown, etag: "" }, before);
  } catch {
    // The next look at the server tries again, and says what is wrong with the connection.
    fresh.progress(null);
  }
  settling = false;
}

/** Back to the cell of a month after the page was drawn anew. */
function toMonth(month: string): void {
  document.querySelector<HTMLElement>(`[data-month="${month}"]`)?.focus();
}

/** Fetches the view again by the same question; the page stays as it is if that fails. */
async function load(): Promise<void> {
  try {
    const next = await api<ScenarioView>("GET", `${at("")}/view${askedQuery(asked)}`);
    keepingPlace(byId("main"), () => show(next));
  } catch (error) {
    byId("main").prepend(h("p", { class: "notice danger", role: "alert" }, asProblem(error).detail));
    scrollTo({ top: 0 });
  }
}

/** After a save in the drawer: the same question answered anew, with the reader where they were. */
function showLogged(view: ScenarioView): void {
  if (answers(view, asked)) keepingPlace(byId("main"), () => show(view));
  else void load();
  void settle();
}

/** Shows what the address asks for; where that cannot be had, the figures that came with the page, and why. */
async function start(): Promise<void> {
  const given = shown;
  if (answers(given, asked)) {
    show(given, asked, false);
    void settle();
    return;
  }
  byId("main").replaceChildren(h("p", { role: "status" }, "Loading the figures asked for ..."));
  try {
    show(await api<ScenarioView>("GET", `${at("")}/view${askedQuery(asked)}`));
    void settle();
  } catch (error) {
    const problem = `${asProblem(error).detail} These are the usual figures.`;
    show(given, { asOf: null, revision: null, problem });
  }
}

fillHeader(page, "dashboard");
if (canWrite(page)) openLogBeside({ page, view: () => shown, onView: showLogged });
// Figures by the records of an earlier revision do not change.
if (asked.revision === null) {
  watch({
    url: `/api/v1${at("")}/view${askedQuery(asked)}`,
    etag: answers(shown, asked) ? `"${page.viewHash}"` : "",
    onAnswer,
  });
}
void start();
