import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { api, asProblem } from "../lib/api";
import { explore } from "../explore/opener";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { answers, asOfControls, askedQuery, readAsked, viewingMark, type Asked } from "../view/as-of";
import { openMonthDialog } from "../view/month-dialog";
import { renderView } from "../view/render";
import { drawSlots } from "../view/slot";
import { staleNotice } from "../view/stale";

const page = embedded<PageData>("page");
const at = (rest: string) => scenarioPath(page.slug, rest);
const asked = readAsked(new URLSearchParams(location.search), page.today);
let takeDown: () => void = () => undefined;

function show(view: ScenarioView, question: Asked = asked): void {
  takeDown();
  // By earlier records an empty month may long have been looked at.
  const onMonth =
    canWrite(page) && question.revision === null
      ? (month: string) => openMonthDialog(view, month, () => void load())
      : null;
  const { element, slots } = renderView(view, {
    eventHref: (ref) => at(`/events/${encodeURIComponent(ref)}`),
    onMonth,
    monthsOpen: true,
    claimLinks: {
      href: (id) => at(`/propositions/${encodeURIComponent(id)}`),
      add: canWrite(page) ? at("/propositions/new") : null,
    },
    moreEvents: h("a", { href: at("/events") }, "All events"),
    underHeadline: h(
      "div",
      { class: "stack tight" },
      staleNotice(view, { today: page.today, onMonth }),
      asOfControls(view, question, page.today),
    ),
    afterFirstScreen: explore(view),
  });
  const title = h("div", { class: "page-title" }, h("h1", {}, userText(view.title)));
  const mark = viewingMark(view, question, page.today);
  byId("main").replaceChildren(...(mark ? [mark] : []), title, element);
  takeDown = drawSlots(slots);
}

/** Fetches the view again by the same question; the page stays as it is if that fails. */
async function load(): Promise<void> {
  try {
    show(await api<ScenarioView>("GET", `${at("")}/view${askedQuery(asked)}`));
  } catch (error) {
    byId("main").prepend(h("p", { class: "notice danger", role: "alert" }, asProblem(error).detail));
    scrollTo({ top: 0 });
  }
}

/** Shows what the address asks for; where that cannot be had, the figures that came with the page, and why. */
async function start(): Promise<void> {
  const given = embedded<ScenarioView>("view");
  if (answers(given, asked)) {
    show(given);
    return;
  }
  byId("main").replaceChildren(h("p", { role: "status" }, "Loading the figures asked for ..."));
  try {
    show(await api<ScenarioView>("GET", `${at("")}/view${askedQuery(asked)}`));
  } catch (error) {
    const problem = `${asProblem(error).detail} These are the usual figures.`;
    show(given, { asOf: null, revision: null, problem });
  }
}

fillHeader(page, "dashboard");
void start();
