/** The step of an event: its facets asked one by one, the entries that are left by label, and the one that it comes to. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { visibleText } from "../lib/user-text";
import type { Control } from "./control-parts";
import {
  answerInWords,
  answersOf,
  askable,
  ELSEWHERE,
  facetNames,
  narrow,
  questionInWords,
  questionsOf,
  VISIT,
  WENT,
} from "./facets";
import type { Answers, Entry, Narrowed, Question } from "./facets";
import { radioControl } from "./radio-control";
import type { RadioControl } from "./radio-control";
import { absentInWords, readAnswers, stepInWords, writeAnswers } from "./step-answers";
import { pairInWords } from "./went";
import type { Pair } from "./went";

export interface StepControl extends Control {
  /** The codebook to ask by; what was chosen stays if it is still in it. */
  ask(indicator: Pick<ViewIndicator, "key" | "codebook"> | undefined): void;
  /** Who may have travelled, the likeliest first. */
  offerPairs(pairs: readonly Pair[]): void;
  /** The `step` of the entry or of the answers so far, "" where there is none. */
  step(): string;
  /** Answers that name no entry yet, as text to keep with a draft. */
  answers(): string;
  restore(answers: string): void;
}

interface StepOptions {
  name: string;
  label: string;
  /** Somebody said who travelled: visitor first. */
  onWent: (pair: Pair) => void;
}

export function stepControl({ name, label, onWent }: StepOptions): StepControl {
  const id = `field-${name}`;
  const questions = h("div", { class: "facets" });
  const labels = radioControl({ name, label, as: "list", options: [] });
  const result = h("output", { class: "echo step-result" });
  const error = h("p", { class: "error", id: `${id}-error`, hidden: true });
  const clear = h("button", { class: "button quiet small", type: "button", hidden: true }, "Clear these answers");
  const title = h("span", { class: "field-label", id: `${id}-label` }, label);
  const head = h("div", { class: "row between step-head" }, title, clear);
  const element = h(
    "div",
    { class: "field step", id, role: "group", "aria-labelledby": title.id },
    head,
    questions,
    labels.element,
    result,
    error,
  );
  // Its legend asks only where no facet has asked before.
  labels.element.id = `${id}-labels`;

  let shown = "";
  let codebook: readonly Entry[] = [];
  let answers: Answers = {};
  let pairs: readonly Pair[] = [];
  let went = "";
  let groups = new Map<string, RadioControl>();

  const wentOptions = (values: readonly string[]) =>
    values.flatMap((value) =>
      value === VISIT && pairs.length > 0
        ? pairs.map((pair) => ({ value: pairInWords(pair), label: visibleText(pairInWords(pair)) }))
        : [{ value, label: answerInWords(value) }],
    );
  const optionsOf = ({ facet, options }: Question) => {
    const values = options.map(({ value }) => value);
    return facet === WENT ? wentOptions(values) : values.map((value) => ({ value, label: answerInWords(value) }));
  };

  const narrowed = (): Narrowed => narrow(codebook, answers);
  const chosen = (): Entry | null => {
    const { only, offer } = narrowed();
    return only ?? offer.find(({ key }) => key === labels.value()) ?? null;
  };

  function refresh(): void {
    const now = narrowed();
    for (const question of now.questions) {
      const group = groups.get(question.facet);
      const values = question.options.filter(({ offered }) => offered).map(({ value }) => value);
      if (question.facet === WENT) {
        group?.offer(
          new Set([...values, ...(values.includes(VISIT) ? pairs.map(pairInWords) : [])]),
          absentInWords(question),
        );
        group?.set(question.chosen === VISIT && pairs.length > 0 ? went : (question.chosen ?? ""));
      } else {
        group?.offer(new Set(values), absentInWords(question));
        group?.set(question.chosen ?? "");
      }
    }
    labels.replace(now.offer.map(({ key, label: text }) => ({ value: key, label: text })));
    labels.element.hidden = now.offer.length === 0;
    clear.hidden = Object.keys(answers).length === 0;
    result.textContent = stepInWords(now, chosen());
  }

  function answer(facet: string, value: string): void {
    if (facet === WENT) {
      went = value === VISIT || value === ELSEWHERE ? "" : value;
      const pair = pairs.find((one) => pairInWords(one) === went);
      if (pair) onWent(pair);
      answers = { ...answers, [facet]: value === ELSEWHERE ? ELSEWHERE : VISIT };
    } else answers = { ...answers, [facet]: value };
    refresh();
  }

  function build(): void {
    const asked = questionsOf(codebook, {});
    const groupOf = (question: Question): [string, RadioControl] => {
      const text = question.facet === WENT ? "Who went where" : questionInWords(question.facet);
      const radioName = `${name}-${facetNames(codebook).indexOf(question.facet)}`;
      const group = radioControl({
        name: radioName,
        label: text,
        optional: false,
        as: "pills",
        options: optionsOf(question),
      });
      group.element.addEventListener("input", () => answer(question.facet, group.value()));
      return [question.facet, group];
    };
    groups = new Map(asked.map(groupOf));
    questions.replaceChildren(...[...groups.values()].map((group) => group.element));
    head.hidden = asked.length === 0;
    labels.element.classList.toggle("within", asked.length > 0);
    // What the codebook has no facets for is asked at once; otherwise this asks what is left.
    labels.rename(asked.length > 0 ? "Which of these" : label);
  }

  clear.addEventListener("click", () => {
    const [first] = groups.values();
    answers = {};
    went = "";
    labels.set("");
    refresh();
    first?.focus();
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
  labels.element.addEventListener("input", () => {
    result.textContent = stepInWords(narrowed(), chosen());
  });

  return {
    id,
    element,
    value: () => chosen()?.key ?? "",
    set(key) {
      // The answers that led here may say less than the entry does, such as nothing of who travelled.
      if ((chosen()?.key ?? "") === key) return;
      answers = answersOf(codebook, key);
      refresh();
      labels.set(key);
      refresh();
    },
    problem(message) {
      error.textContent = message ?? "";
      error.hidden = message === null;
      element.classList.toggle("invalid", message !== null);
      if (message === null) element.removeAttribute("aria-describedby");
      else element.setAttribute("aria-describedby", error.id);
    },
    focus() {
      const open = narrowed().questions.find((question) => question.chosen === null);
      const group = open && groups.get(open.facet);
      (group ?? (labels.element.hidden ? [...groups.values()][0] : labels))?.focus();
    },
    ask(indicator) {
      if ((indicator?.key ?? "") === shown) return;
      const kept = chosen()?.key ?? "";
      shown = indicator?.key ?? "";
      codebook = askable(indicator?.codebook ?? []);
      answers = answersOf(codebook, kept);
      pairs = [];
      went = "";
      build();
      labels.set("");
      refresh();
    },
    offerPairs(next) {
      pairs = next;
      const question = questionsOf(codebook, {}).find(({ facet }) => facet === WENT);
      const group = groups.get(WENT);
      const focused = group?.element.contains(document.activeElement);
      if (question) group?.replace(optionsOf(question));
      refresh();
      if (focused) group?.focus();
    },
    step: () => chosen()?.facets?.["step"] ?? answers["step"] ?? "",
    answers: () => writeAnswers(answers, went),
    restore(text) {
      ({ answers, went } = readAnswers(text, codebook));
      refresh();
    },
  };
}
