/** The form that all of a proposition's forms are: questions, problems under them, one request, and a draft until saved. */
import type { Control } from "../forms/controls";
import { messagePlace, whileBusy } from "../forms/page-parts";
import { errorSummary } from "../forms/summary";
import { asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { keepTyped } from "../lib/drafts";

export type Values<K extends string> = Record<K, string>;
export type Problems<K extends string> = Partial<Record<K, string>>;

export interface Question extends Pick<Control, "id" | "value" | "set" | "problem" | "focus"> {
  element: HTMLElement;
}

export interface AskOptions<K extends string> {
  /** Names the draft; unique in the scenario. */
  name: string;
  fields: Record<K, Question>;
  /** What stands in the fields before anything is typed; nothing unless given. */
  start?: Partial<Values<K>>;
  labels: Record<K, string>;
  /** What stands in the form, in order; the questions' own elements unless given. */
  body?: Node[];
  saveLabel: string;
  busyLabel: string;
  danger?: boolean;
  /** What is wrong before anything is sent. */
  check: (values: Values<K>) => Problems<K>;
  /** Sends what was typed, or throws the API's problem. Gives what is to be done once the draft is gone. */
  send: (values: Values<K>) => Promise<() => void>;
  /** Runs at each key and when the form is filled. */
  onInput?: (values: Values<K>) => void;
  onCancel?: () => void;
  /** "Cancel" unless given. */
  cancelLabel?: string;
}

export interface AskForm<K extends string> {
  element: HTMLFormElement;
  values(): Values<K>;
  /** Answers that are not given are as they were at the start. */
  set(values: Partial<Values<K>>): void;
}

/**
 * The problems of an answer by field, and those about none as one text. "referenceClass.k" is about the field "k" where
 * there is no "referenceClass.k".
 */
export function problemsOf<K extends string>(error: unknown, fields: readonly K[]): { by: Problems<K>; other: string } {
  const { errors, detail } = asProblem(error);
  const by: Problems<K> = {};
  const other: string[] = [];
  for (const { field, message } of errors) {
    const name = fields.find((known) => known === field) ?? fields.find((known) => known === field.split(".").at(-1));
    if (name === undefined) other.push(message);
    else by[name] ??= message;
  }
  if (errors.length === 0) other.push(detail);
  return { by, other: other.join(" ") };
}

export function askForm<K extends string>(slug: string, options: AskOptions<K>): AskForm<K> {
  const { fields, labels } = options;
  // `keys` gives strings; the keys of the record are the names of the fields.
  const names = Object.keys(fields) as K[];
  const summary = errorSummary();
  const message = messagePlace();
  const save = h("button", { class: `button ${options.danger ? "danger" : "primary"}` }, options.saveLabel);

  const values = (): Values<K> =>
    // `fromEntries` cannot know that every field is there; `names` lists them.
    Object.fromEntries(names.map((name) => [name, fields[name].value()])) as Values<K>;
  const set = (next: Partial<Values<K>>): void => {
    for (const name of names) fields[name].set(next[name] ?? options.start?.[name] ?? "");
    options.onInput?.(values());
  };
  const show = (problems: Problems<K>, other: string): void => {
    const lines = names.flatMap((name) => {
      const problem = problems[name] ?? null;
      fields[name].problem(problem);
      const { id, focus } = fields[name];
      return problem === null ? [] : [{ text: `${labels[name]}: ${problem}`, field: { id, focus } }];
    });
    if (lines.length === 0 && other === "") return summary.clear();
    const title = lines.length === 0 ? "This was not saved" : "Not saved yet: please look at these";
    summary.show(title, lines, ...(other === "" ? [] : [h("p", {}, other)]));
  };

  const submit = whileBusy(save, options.busyLabel, async () => {
    const typed = values();
    const problems = options.check(typed);
    show(problems, "");
    if (Object.keys(problems).length > 0) return;
    try {
      const done = await options.send(typed);
      kept.clear();
      message.clear();
      done();
    } catch (error) {
      const { by, other } = problemsOf(error, names);
      show(by, other);
    }
  });
  const cancel = (): void => {
    kept.clear();
    options.onCancel?.();
  };

  const element = h(
    "form",
    {
      class: "stack ask",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void submit();
      },
      oninput: () => {
        options.onInput?.(values());
        kept.save();
      },
    },
    summary.element,
    message.element,
    ...(options.body ?? names.map((name) => fields[name].element)),
    h(
      "div",
      { class: "row" },
      save,
      options.onCancel &&
        h("button", { class: "button", type: "button", onclick: cancel }, options.cancelLabel ?? "Cancel"),
    ),
  );

  set({});
  const kept = keepTyped({ name: `${slug}.${options.name}`, fields: names, values, set, message, element });
  return { element, values, set };
}
