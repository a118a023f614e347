import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { api, asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { openMonthDialog } from "../view/month-dialog";
import { renderView } from "../view/render";
import { drawSlots } from "../view/slot";
import { staleNotice } from "../view/stale";

const page = embedded<PageData>("page");
const at = (rest: string) => scenarioPath(page.slug, rest);
let takeDown: () => void = () => undefined;

function show(view: ScenarioView): void {
  takeDown();
  const onMonth = canWrite(page)
    ? (month: string) => openMonthDialog(view, month, () => void load(view.asOfReason === "asked" ? view.asOf : null))
    : null;
  const { element, slots } = renderView(view, {
    eventHref: (ref) => at(`/events/${encodeURIComponent(ref)}`),
    onMonth,
    moreEvents: h("a", { href: at("/events") }, "All events"),
    underHeadline: staleNotice(view, {
      today: page.today,
      onMonth,
      onToday: () => void load(page.today),
      onBack: () => void load(null),
    }),
  });
  const title = h("div", { class: "page-title" }, h("h1", {}, userText(view.title)));
  byId("main").replaceChildren(title, element);
  takeDown = drawSlots(slots);
}

/** Fetches the view again, at a day or at its own choice; the page stays as it is if that fails. */
async function load(asOf: string | null): Promise<void> {
  try {
    show(await api<ScenarioView>("GET", `${at("")}/view${asOf === null ? "" : `?asOf=${asOf}`}`));
  } catch (error) {
    byId("main").prepend(h("p", { class: "notice danger", role: "alert" }, asProblem(error).detail));
    scrollTo({ top: 0 });
  }
}

fillHeader(page, "dashboard");
show(embedded<ScenarioView>("view"));
