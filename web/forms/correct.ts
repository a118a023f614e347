/** Corrects an event: the same form, filled in; a new version with a reason, and a choice if somebody was faster. */
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { api, asProblem } from "../lib/api";
import { daysNow } from "../lib/clock";
import { h } from "../lib/dom";
import { DraftStore, sayKept, sayNotKept } from "../lib/drafts";
import { visibleText } from "../lib/user-text";
import type { ApiEvent } from "../../worker/contract/api-types";
import { checkForm, reasonProblem } from "./check";
import { conflictPanel } from "./conflict";
import { eventForm } from "./event-form";
import { changedMembers, readForm, valuesOf } from "./event-input";
import { momentInWords } from "./event-view";
import { clashes, merged } from "./merge";
import type { Version } from "./merge";
import { messagePlace } from "./page-parts";
import { registrationOf } from "./registration";
import { showRefusal } from "./save";
import { FIELDS } from "./values";
import type { FormValues } from "./values";

export interface CorrectOptions {
  page: PageData;
  view: ScenarioView;
  event: ApiEvent;
  /** Earlier versions: a draft may have been started from one of them. */
  versions: ApiEvent[];
  onSaved: () => void;
  onCancel: () => void;
}

export function correctForm(options: CorrectOptions): HTMLElement {
  const { page, view, event, versions, onSaved, onCancel } = options;
  const path = `/scenarios/${encodeURIComponent(page.slug)}`;
  const drafts = new DraftStore(`${page.slug}.event.${event.id}`, FIELDS);
  const draft = drafts.load();
  const indicatorOf = (key: string) => view.indicators.find((one) => one.key === key);
  const versionOf = (values: FormValues): Version => ({
    values,
    members: readForm(values, indicatorOf(values.indicator), daysNow()).members,
  });
  const started = versions.find(({ version }) => String(version) === draft?.id) ?? event;
  const registered = registrationOf(page.slug);
  let base = started;
  const filled = (from: ApiEvent): FormValues => valuesOf(from, indicatorOf(from.indicator));

  const form = eventForm({
    view,
    purpose: "correct",
    saveLabel: "Save the correction",
    onSave: () => void save(),
    onInput: (values) => drafts.save({ id: String(base.version), values }) || sayNotKept(message),
    actions: [h("button", { class: "button", type: "button", onclick: () => (drafts.clear(), onCancel()) }, "Cancel")],
  });
  const message = messagePlace();
  const place = h("div", { class: "stack" }, message.element, form.element);
  form.set(draft ? { ...filled(started), ...draft.values } : filled(event));
  if (draft) {
    sayKept(message, () => {
      drafts.clear();
      base = event;
      form.set(filled(event));
      message.clear();
    });
  }

  async function save(): Promise<void> {
    form.busy(true);
    try {
      const registration = await registered();
      const values = form.values();
      const { members, problems } = checkForm(values, form.indicator(), registration, daysNow());
      const all = { ...problems, ...reasonProblem(values.reason) };
      const changes = changedMembers(versionOf(filled(base)).members, members);
      const nothing = Object.keys(changes).length === 0 ? "Nothing is changed yet." : undefined;
      form.show(all, nothing);
      if (Object.keys(all).length > 0 || nothing !== undefined || form.dates.holds()) return;
      await api<ApiEvent>("PATCH", `${path}/events/${encodeURIComponent(event.id)}`, {
        body: { ...changes, reason: values.reason.trim(), ...(form.dates.confirmed() && { confirmDate: true }) },
        headers: { "If-Match": `"${base.version}"` },
      });
      drafts.clear();
      onSaved();
    } catch (error) {
      const current = asProblem(error).status === 412 ? asProblem(error).body["current"] : undefined;
      // The API says so: a stale version is answered with the current event.
      if (current === undefined) showRefusal(form, error);
      else choose(current as ApiEvent);
    } finally {
      form.busy(false);
    }
  }

  function choose(current: ApiEvent): void {
    const yours = versionOf(form.values());
    const theirs = versionOf(filled(current));
    const panel = conflictPanel({
      other: `Version ${current.version} was saved on ${momentInWords(current.recordedAt)} by ${visibleText(current.by)}.`,
      retracted: current.status === "retracted",
      clashes: clashes(versionOf(filled(base)), theirs, yours, view.indicators),
      onBack: () => place.replaceChildren(form.element),
      onKeep: (kept) => {
        base = current;
        form.set(merged(theirs.values, yours.values, kept));
        drafts.save({ id: String(base.version), values: form.values() });
        place.replaceChildren(form.element);
        void save();
      },
    });
    place.replaceChildren(panel);
    panel.querySelector("h2")?.focus();
  }

  form.dates.stand(event);
  registered().then(form.weigh, () => undefined);
  return place;
}
