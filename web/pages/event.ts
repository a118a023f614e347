import type { PageData } from "../../worker/contract/page";
import type { ValidDate } from "../../worker/core/types";
import type { ScenarioView } from "../../worker/core/view-types";
import type { ApiEvent, EventLife, EventVersion } from "../../worker/contract/api-types";
import { ownReview, type Dossier } from "../event/dossier";
import { pageBody, pageTop } from "../event/page-body";
import { reviewDraft } from "../event/review-form";
import { gradeSeen, rememberSeen } from "../event/seen";
import { changeInWords } from "../forms/change-words";
import { messagePlace } from "../forms/page-parts";
import { api, asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { visibleText } from "../lib/user-text";
import { drawSlots } from "../view/slot";

const page = embedded<PageData>("page");
let view = embedded<ScenarioView>("view");
const id = decodeURIComponent(location.pathname.split("/").at(-1) ?? "");
const scenario = `/scenarios/${encodeURIComponent(page.slug)}`;
const path = `${scenario}/events/${encodeURIComponent(id)}`;
const message = messagePlace();
const place = h("div", { class: "dossier-page" }, h("p", { role: "status" }, "Reading the event."));
let takeDown: () => void = () => undefined;
/** Where the browser keeps nothing, at least this visit knows what it has shown. */
let shown = "";

/** Reads everything again and says what was done: under the heading it belongs to, or at the top of the page. */
async function changed(
  done: string | string[],
  where = "",
  more: () => Promise<string[]> = async () => [],
): Promise<void> {
  const said = [done].flat();
  try {
    await load();
    message.show("success", ...said, ...(await more()));
  } catch (error) {
    message.show("warning", ...said, `The page could not be read again: ${asProblem(error).detail}`);
  }
  const target = document.getElementById(where);
  if (target === null) byId("main").prepend(message.element);
  else if (/^H\d$/.test(target.tagName)) target.after(message.element);
  else target.prepend(message.element);
  message.element.focus();
}

/** After a change of the event itself: what it did to the index, told afterwards only. */
function counted(done: string, date: ValidDate): void {
  const before = view;
  void changed(done, "", async () => {
    view = await api<ScenarioView>("GET", `${scenario}/view`);
    return [changeInWords(before, view, date)];
  });
}

/** The form is loaded when it is wanted: most readers only read. */
async function correct({ event, versions }: Dossier, body: HTMLElement): Promise<void> {
  message.clear();
  try {
    const { correctForm } = await import("../forms/correct");
    const form = correctForm({
      page,
      view,
      event,
      versions: versions.map((version) => version.event),
      onSaved: () => counted("Saved as a new version.", event.date),
      onCancel: () => {
        work.replaceWith(body);
        document.getElementById("corrections")?.scrollIntoView();
      },
    });
    const heading = h("h2", { tabindex: -1 }, "Correct this event");
    const work = h("section", { class: "stack correcting" }, heading, form);
    body.replaceWith(work);
    heading.focus();
  } catch {
    message.show("danger", "The form could not be loaded. Reload the page and try again.");
    message.element.focus();
  }
}

function show(event: ApiEvent, versions: EventVersion[], life: EventLife): void {
  takeDown();
  const look = `${event.ref} ${event.version}`;
  // Only who comes to review has the grade folded away: everybody else comes to read it, and a review then says so.
  const comesToReview = location.hash === "#review" || hasDraft(page.slug, reviewDraft(event));
  const seen = shown === look || gradeSeen(page.slug, event) || !comesToReview;
  const showGrade = (): void => {
    shown = look;
    rememberSeen(page.slug, event);
  };
  const blind = life.mayReview && !seen && ownReview(life, event, page) === undefined;
  if (life.mayReview && !blind) showGrade();
  const dossier: Dossier = {
    page,
    view,
    event,
    versions,
    life,
    indicator: view.indicators.find(({ key }) => key === event.indicator),
    path,
    writes: canWrite(page),
    blind,
    onDone: (done, where) => void changed(done, where),
    onShowGrade: () => {
      showGrade();
      show(event, versions, life);
      byId("event-source").focus();
    },
  };
  const openCorrection = (): void => {
    // The form shows the grade, so whoever opens it has seen it.
    if (blind) showGrade();
    void correct(dossier, element);
  };
  const { element, slots } = pageBody(dossier, {
    onCorrect: openCorrection,
    onRetracted: () => counted("The event is retracted.", event.date),
  });
  document.title = `${visibleText(event.title)} - Signpost`;
  place.replaceChildren(pageTop(dossier), element);
  takeDown = drawSlots(slots);
  if (dossier.writes && event.status === "active" && hasDraft(page.slug, `event.${event.id}`)) openCorrection();
}

async function load(): Promise<void> {
  const [event, { versions }, life] = await Promise.all([
    api<ApiEvent>("GET", path),
    api<{ versions: EventVersion[] }>("GET", `${path}/history`),
    api<EventLife>("GET", `${path}/life`),
  ]);
  show(event, versions, life);
}

async function start(): Promise<void> {
  try {
    await load();
    // The address may name a part that has only come now.
    const target = document.getElementById(location.hash.slice(1));
    target?.scrollIntoView();
    (target?.querySelector<HTMLElement>("[tabindex='-1']") ?? target)?.focus({ preventScroll: true });
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
  h("p", {}, h("a", { href: scenarioPath(page.slug, "/events") }, "All events")),
  message.element,
  place,
);
void start();
