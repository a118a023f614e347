import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import type { ApiEvent } from "../../worker/contract/api-types";
import { checkForm } from "../forms/check";
import { DraftStore } from "../forms/draft";
import { eventForm } from "../forms/event-form";
import type { EventForm } from "../forms/event-form";
import { messagePlace, readersNote } from "../forms/page-parts";
import { registrationOf } from "../forms/registration";
import { showRefusal } from "../forms/save";
import { savedNotice } from "../forms/saved";
import { FIELDS } from "../forms/values";
import { api, asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader } from "../lib/header";

const page = embedded<PageData>("page");
let view = embedded<ScenarioView>("view");
const main = byId("main");
const path = `/scenarios/${encodeURIComponent(page.slug)}`;
const drafts = new DraftStore(() => localStorage, `${page.slug}.log`, FIELDS);
const registered = registrationOf(page.slug);
const message = messagePlace();
const place = h("div", { class: "stack" });
const ask = new URLSearchParams(location.search);
let clientId: string = crypto.randomUUID();

function startAfresh(): void {
  drafts.clear();
  clientId = crypto.randomUUID();
  message.clear();
  showForm({ indicator: ask.get("indicator") ?? "", date: ask.get("date") ?? "" });
}

async function save(form: EventForm): Promise<void> {
  form.busy(true);
  try {
    const registration = await registered();
    const { members, problems, warnings } = checkForm(form.values(), form.indicator(), registration, page.today);
    form.show(problems);
    const indicator = form.indicator();
    if (Object.keys(problems).length > 0 || !indicator) return;
    const event = await api<ApiEvent>("POST", `${path}/events`, { body: { ...members, clientId } });
    drafts.clear();
    message.clear();
    const onView = (next: ScenarioView): void => {
      view = next;
    };
    const onAnother = (): void => startAfresh();
    place.replaceChildren(savedNotice({ page, event, indicator, warnings, before: view, onView, onAnother }));
    scrollTo(0, 0);
  } catch (error) {
    refuse(form, error);
  } finally {
    form.busy(false);
  }
}

/** The same draft was saved before, then changed: whoever wants two events must say so. */
function refuse(form: EventForm, error: unknown): void {
  if (asProblem(error).status !== 409) return showRefusal(form, error);
  const another = h("button", { class: "button small", type: "button" }, "Save it as another event");
  another.addEventListener("click", () => {
    clientId = crypto.randomUUID();
    drafts.save({ id: clientId, values: form.values() });
    void save(form);
  });
  showRefusal(form, error, another);
}

function showForm(values: Parameters<EventForm["set"]>[0]): void {
  const form = eventForm({
    view,
    today: page.today,
    purpose: "log",
    saveLabel: "Save",
    onSave: () => void save(form),
    onInput: (typed) => void drafts.save({ id: clientId, values: typed }),
  });
  form.set(values);
  // The weights are registered, not built in. Without them the form works and only shows no points.
  registered().then(form.weigh, () => undefined);
  place.replaceChildren(form.element);
}

fillHeader(page, "log");
document.title = `Log an event - ${view.title} - Signpost`;
main.append(h("div", { class: "stack" }, h("h1", {}, "Log an event"), message.element, place));

if (!canWrite(page)) place.append(readersNote(page, "log events"));
else {
  const draft = drafts.load();
  const typed = Object.entries(draft?.values ?? {}).some(([name, value]) => name !== "indicator" && value !== "");
  if (draft && typed) {
    clientId = draft.id;
    const discard = h("button", { class: "button small", type: "button", onclick: startAfresh }, "Discard it");
    message.show("info", h("p", { class: "row between" }, "What you typed last time is still here.", discard));
    showForm(draft.values);
  } else startAfresh();
}
