/** The form of a new event: the event form, and what helps somebody who is in a hurry to get it right. */
import type { ApiEvent, EventPage, SimilarEvent, SourceHint } from "../../worker/contract/api-types";
import { isWebAddress } from "../../worker/contract/check-source";
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { eventForm } from "../forms/event-form";
import type { EventForm } from "../forms/event-form";
import { shapeOf } from "../forms/facets";
import { pairsOf } from "../forms/went";
import { api } from "../lib/api";
import { daysNow } from "../lib/clock";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { furtherRows } from "./further-rows";
import { latest } from "./latest";
import type { CheckedLog } from "./log-body";
import type { LogValues } from "./log-values";
import { precedentList, PRECEDENTS } from "./precedents";
import { secondSource } from "./second-source";
import { similarBox, similarQuestion } from "./similar";
import type { SimilarQuestion } from "./similar";
import { hintBox } from "./source-hint";

const PAUSE = 400;
/** Enough events to tell who usually travels. */
const ACTORS_OF = 50;

export interface LogFormOptions {
  page: PageData;
  view: ScenarioView;
  onSave: () => void;
  onInput: (values: LogValues) => void;
  /** The form's source is to become a report of this event. */
  onReport: (event: ApiEvent) => void;
}

export interface LogForm extends Omit<EventForm, "values" | "set"> {
  values(): LogValues;
  set(values: Partial<LogValues>): void;
  /** Shows everything that the check found. */
  showChecked(checked: CheckedLog): void;
}

export function logForm({ page, view, onSave, onInput, onReport }: LogFormOptions): LogForm {
  const path = scenarioPath(page.slug);
  const read = <T>(rest: string, query: Record<string, string>): Promise<T> =>
    api<T>("GET", `${path}${rest}?${new URLSearchParams(query).toString()}`);
  let checked: CheckedLog | null = null;

  const second = secondSource();
  const similar = similarBox({ slug: page.slug, onReport, onNew: onSave });
  const form = eventForm({
    view,
    purpose: "log",
    saveLabel: "Save",
    onSave: () => {
      if (!similar.hold()) onSave();
    },
    onInput: () => changed(),
    moreLines: () => [...second.show(checked?.second ?? {}), ...further.show(checked?.rows ?? [])],
  });
  const { fields, places } = form;
  const further = furtherRows(view.indicators, () => changed());
  const hints = hintBox(fields, () => changed());
  const voteHint = h(
    "p",
    { class: "hint small muted", hidden: true },
    "Put the document's symbol into the line, such as S/2012/538.",
  );
  fields.title.element.append(voteHint);
  places.underLink.append(hints.element);
  places.further.append(further.element);
  places.more.append(second.element);
  places.aboveSave.append(similar.element);

  const values = (): LogValues => ({
    ...form.values(),
    ...second.values(),
    also: further.value(),
    answers: fields.code.answers(),
  });

  const askSimilar = latest<SimilarQuestion, { similar: SimilarEvent[] }>({
    pause: PAUSE,
    ask: (question) => read("/similar", question),
    show: (answer) => similar.show(answer?.similar ?? null),
    failed: similar.failed,
  });
  const askHint = latest<string, SourceHint>({
    pause: PAUSE,
    ask: (url) => read("/sources", { url }),
    show: hints.show,
    failed: () => hints.show(null),
  });
  const askPrecedents = latest<{ indicator: string; code: string }, EventPage>({
    pause: 0,
    ask: (query) => read("/events", { ...query, limit: String(PRECEDENTS) }),
    show: (answer) =>
      places.underStep.replaceChildren(...precedentList(answer?.events ?? null, form.indicator(), page.slug)),
    failed: () => places.underStep.replaceChildren(),
  });
  const askActors = latest<string, EventPage>({
    pause: 0,
    ask: (indicator) => read("/events", { indicator, limit: String(ACTORS_OF) }),
    show: (answer) => fields.code.offerPairs(pairsOf((answer?.events ?? []).map(({ actors }) => actors))),
    failed: () => fields.code.offerPairs([]),
  });
  const askProjects = latest<"all", { projects: string[] }>({
    pause: 0,
    ask: () => read("/projects", {}),
    show: (answer) => fields.project.suggest(answer?.projects ?? []),
    failed: () => fields.project.suggest([]),
  });

  function lookUp(typed: LogValues, indicator: ViewIndicator | undefined): void {
    const shape = shapeOf(indicator?.codebook ?? []);
    const url = typed.sourceUrl.trim();
    askSimilar(similarQuestion(typed, daysNow()));
    askHint(isWebAddress(url) ? url : null);
    askPrecedents(typed.code === "" ? null : { indicator: typed.indicator, code: typed.code });
    askActors(indicator && shape === "meetings" ? indicator.key : null);
    if (shape === "deals") askProjects("all");
  }

  function refresh(): LogValues {
    const indicator = form.indicator();
    further.arrange(indicator, fields.code.value());
    voteHint.hidden = shapeOf(indicator?.codebook ?? []) !== "votes";
    hints.refresh();
    const typed = values();
    lookUp(typed, indicator);
    return typed;
  }
  function changed(): void {
    onInput(refresh());
  }

  return {
    ...form,
    values,
    set(next) {
      form.set(next);
      // Answers say more than the code that they led to: who travelled.
      if (next.answers) {
        fields.code.restore(next.answers);
        fields.code.set(next.code ?? "");
      }
      second.set(next);
      // What a link has filled in must not be out of sight.
      const fold = fields.follows.element.closest("details");
      if (fold && next.follows) fold.open = true;
      further.arrange(form.indicator(), fields.code.value());
      further.set(next.also ?? "");
      refresh();
    },
    showChecked(found) {
      checked = found;
      form.show(found.problems);
    },
  };
}
