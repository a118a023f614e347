import type { PageData } from "../../worker/contract/page";
import type { ValidDate } from "../../worker/core/types";
import type { ScenarioView } from "../../worker/core/view-types";
import type { ApiEvent, EventVersion } from "../../worker/contract/api-types";
import { changeInWords } from "../forms/change-words";
import { correctForm, correctionDrafts } from "../forms/correct";
import { eventFacts } from "../forms/event-view";
import { historySection } from "../forms/history";
import { messagePlace } from "../forms/page-parts";
import { retractForm } from "../forms/retract";
import { api, asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { userText, visibleText } from "../lib/user-text";

const page = embedded<PageData>("page");
let view = embedded<ScenarioView>("view");
const id = decodeURIComponent(location.pathname.split("/").at(-1) ?? "");
const scenario = `/scenarios/${encodeURIComponent(page.slug)}`;
const path = `${scenario}/events/${encodeURIComponent(id)}`;
const message = messagePlace();
const place = h("div", { class: "stack" }, h("p", { role: "status" }, "Reading the event."));

/** Reads everything again after a change and says what it did to the index. */
async function changed(done: string, date: ValidDate): Promise<void> {
  await load();
  const next = await api<ScenarioView>("GET", `${scenario}/view`).catch(() => null);
  message.show("success", done, next ? changeInWords(view, next, date) : "The dashboard shows the new index.");
  message.element.focus();
  view = next ?? view;
}

function showEvent(event: ApiEvent, versions: EventVersion[]): void {
  const indicator = view.indicators.find(({ key }) => key === event.indicator);
  const facts = eventFacts(event, view.indicators, page.slug);
  const work = h("div", { class: "stack" });
  const back = (): void => work.replaceChildren(facts, actions);
  const open = (content: HTMLElement): void => {
    message.clear();
    work.replaceChildren(content);
    content.querySelector("h2")?.focus();
  };
  const correct = (): void => {
    const form = correctForm({
      page,
      view,
      event,
      versions: versions.map((version) => version.event),
      onSaved: () => void changed("Saved as a new version.", event.date),
      onCancel: back,
    });
    open(h("section", { class: "stack" }, h("h2", { tabindex: -1 }, "Correct this event"), form));
  };
  const retract = (): void =>
    open(
      retractForm({
        page,
        event,
        onRetracted: () => void changed("The event is retracted.", event.date),
        onCancel: back,
      }),
    );
  const actions = h(
    "p",
    { class: "row" },
    h("button", { class: "button", type: "button", onclick: correct }, "Correct"),
    h("button", { class: "button danger", type: "button", onclick: retract }, "Retract"),
  );
  actions.hidden = event.status === "retracted" || !canWrite(page);
  back();
  document.title = `${visibleText(event.title)} - Signpost`;
  const retraction = versions.find(({ op }) => op === "retract");
  place.replaceChildren(
    h("p", { class: "kicker" }, `${event.ref} · ${indicator?.label ?? event.indicator}`),
    h("h1", {}, userText(event.title)),
    ...(event.status === "retracted"
      ? [h("p", { class: "notice warning" }, "Retracted. Reason: ", userText(retraction?.reason ?? ""))]
      : []),
    work,
    historySection(versions, view.indicators),
  );
  if (!actions.hidden && correctionDrafts(page, event.id).load()) correct();
}

async function load(): Promise<void> {
  try {
    const [event, { versions }] = await Promise.all([
      api<ApiEvent>("GET", path),
      api<{ versions: EventVersion[] }>("GET", `${path}/history`),
    ]);
    showEvent(event, versions);
  } catch (error) {
    const { status, detail } = asProblem(error);
    place.replaceChildren(
      h("h1", {}, status === 404 ? "No such event" : "The event could not be read"),
      h("p", { role: "alert" }, detail),
    );
  }
}

fillHeader(page, "none");
byId("main").append(
  h(
    "div",
    { class: "stack" },
    h("p", {}, h("a", { href: scenarioPath(page.slug, "/events") }, "All events")),
    message.element,
    place,
  ),
);
void load();
