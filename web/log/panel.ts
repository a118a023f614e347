/** Logging from the first key to "Saved", on a page of its own or in the drawer beside the dashboard. */
import type { ApiEvent, ApiReport, LoggedAnswer } from "../../worker/contract/api-types";
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { messagePlace } from "../forms/page-parts";
import { registrationOf } from "../forms/registration";
import { showRefusal } from "../forms/save";
import { savedNotice } from "../forms/saved";
import { api, asProblem } from "../lib/api";
import { daysNow } from "../lib/clock";
import { h } from "../lib/dom";
import { DraftStore, sayKept, sayNotKept } from "../lib/drafts";
import { scenarioPath } from "../lib/header";
import { clientIdOf } from "./client-id";
import { keepClear } from "./foot";
import { checkLog, reportOf, sourceProblems } from "./log-body";
import type { CheckedLog } from "./log-body";
import { logForm } from "./log-form";
import type { LogForm } from "./log-form";
import { isTyped, LOG_FIELDS } from "./log-values";
import type { Ask } from "./ask";
import type { LogValues } from "./log-values";
import { BACK_ONLINE, OFFLINE, refusalInWords, savedInWords } from "./refusals";
import { reportedNotice } from "./reported";

export interface PanelOptions {
  page: PageData;
  view: ScenarioView;
  /** What a link to the form fills in. */
  ask: Ask;
  /** The scenario after a save. */
  onView: (view: ScenarioView) => void;
  /** A way back, to stand beside "Log another". */
  leave: () => HTMLElement;
}

export interface LogPanel {
  element: HTMLElement;
  /** The focus goes to the first question. */
  focus(): void;
  /** Lets go of the window. */
  stop(): void;
}

export function logPanel({ page, view: given, ask, onView, leave }: PanelOptions): LogPanel {
  const path = scenarioPath(page.slug);
  const drafts = new DraftStore(`${page.slug}.log`, LOG_FIELDS);
  const registered = registrationOf(page.slug);
  const message = messagePlace();
  const place = h("div", { class: "stack" });
  const element = h("div", { class: "stack log-panel" }, message.element, place);
  const gone = new AbortController();
  let view = given;
  const draft = drafts.load();
  const clientId = clientIdOf(draft?.id ?? "");
  let form: LogForm | null = null;
  let release: () => void = () => undefined;

  function startAfresh(): void {
    drafts.clear();
    clientId.renew();
    message.clear();
    showForm(ask);
    form?.fields.indicator.focus();
  }

  function keep(values: LogValues): void {
    if (!drafts.save({ id: clientId.kept(), values })) sayNotKept(message);
  }

  function showForm(values: Partial<LogValues>): void {
    const made = logForm({
      page,
      view,
      onSave: () => void send(made, save, refuseSave),
      onInput: keep,
      onReport: (event) => void send(made, (shown) => report(shown, event), showRefusal),
    });
    form = made;
    made.set(values);
    // The weights are registered, not built in. Without them the form works and only shows no points.
    registered().then(made.weigh, () => undefined);
    place.replaceChildren(made.element);
    release();
    // The form stands in the page only once the caller has put it there.
    queueMicrotask(() => {
      const foot = made.element.querySelector(".form-foot");
      if (foot) release = keepClear(foot);
    });
  }

  async function send(
    shown: LogForm,
    work: (shown: LogForm) => Promise<void>,
    refuse: (shown: LogForm, error: unknown) => void,
  ): Promise<void> {
    shown.busy(true);
    try {
      await work(shown);
    } catch (error) {
      keep(shown.values());
      const words = refusalInWords(asProblem(error));
      if (words !== null) shown.show({}, words);
      else refuse(shown, error);
    } finally {
      shown.busy(false);
    }
  }

  async function check(shown: LogForm): Promise<CheckedLog> {
    return checkLog(shown.values(), shown.indicator(), await registered(), daysNow());
  }

  async function save(shown: LogForm): Promise<void> {
    const checked = await check(shown);
    shown.showChecked(checked);
    if (!checked.ok || shown.dates.holds()) return;
    const { members, reports, also, warnings } = checked;
    const more = { ...(reports.length > 0 && { reports }), ...(also.length > 0 && { also }) };
    const id = await clientId.use();
    keep(shown.values());
    const body = { ...members, clientId: id, ...more, ...(shown.dates.confirmed() && { confirmDate: true }) };
    const { also: others, ...event } = await api<LoggedAnswer>("POST", `${path}/events`, { body });
    finish(
      savedNotice({
        page,
        events: [event, ...others],
        indicators: view.indicators,
        warnings,
        before: view,
        onView: (next) => {
          view = next;
          onView(next);
        },
        onAnother: startAfresh,
        leave: leave(),
      }),
    );
  }

  async function report(shown: LogForm, event: ApiEvent): Promise<void> {
    const { members, problems } = await check(shown);
    const wrong = sourceProblems(problems);
    shown.show(wrong);
    if (Object.keys(wrong).length > 0 || shown.dates.holds(["sourcePublished"])) return;
    const to = `${path}/events/${encodeURIComponent(event.id)}/reports`;
    await api<ApiReport>("POST", to, {
      body: { ...reportOf(members), ...(shown.dates.confirmed() && { confirmDate: true }) },
    });
    finish(reportedNotice({ page, event, onAnother: startAfresh, leave: leave() }));
  }

  function finish(notice: HTMLElement): void {
    drafts.clear();
    clientId.renew();
    message.clear();
    form = null;
    place.replaceChildren(notice);
  }

  /** It was saved before, its answer lost, and it was changed since: whoever wants two events must say so. */
  function refuseSave(shown: LogForm, error: unknown): void {
    const { saved } = asProblem(error).body;
    if (typeof saved !== "string") return showRefusal(shown, error);
    const another = h("button", { class: "button small", type: "button" }, "Save it as another event");
    another.addEventListener("click", () => {
      clientId.renew();
      void send(shown, save, refuseSave);
    });
    const there = h("a", { href: scenarioPath(page.slug, `/events/${encodeURIComponent(saved)}`) }, `Open ${saved}`);
    shown.show({}, savedInWords(saved), h("p", { class: "row" }, there, another));
  }

  addEventListener("offline", () => form && message.show("warning", OFFLINE), { signal: gone.signal });
  addEventListener("online", () => form && message.show("info", BACK_ONLINE), { signal: gone.signal });

  if (draft && isTyped(draft.values)) {
    sayKept(message, startAfresh);
    showForm(draft.values);
  } else {
    drafts.clear();
    showForm(ask);
  }
  const stop = (): void => {
    gone.abort();
    release();
  };
  return { element, focus: () => form?.fields.indicator.focus(), stop };
}
