/** Adds a proposition: what would count as true, by when, and how often the like came true before. */
import type { PageData } from "../../worker/contract/page";
import { baseRateSentence } from "../../worker/core/proposition-sentences";
import { radioControl, textControl } from "../forms/controls";
import { dateControl } from "../forms/date-control";
import { api } from "../lib/api";
import { today, utcToday } from "../lib/clock";
import { h } from "../lib/dom";
import { askForm } from "./ask-form";
import { readReferenceClass, readWhen, whenDue } from "./read-answers";

const LABELS = {
  question: "The claim, as a question",
  criteria: "What counts as true",
  type: "When",
  deadline: "Day",
  description: "Reference class",
  k: "How many came true",
  n: "Out of how many",
  reason: "Why it is added",
};

const due = (typed: string) => whenDue(typed, { today: today(), utcDay: utcToday() });

function fieldsFor() {
  const name = (field: keyof typeof LABELS) => ({ name: `add-${field}`, label: LABELS[field] });
  return {
    question: textControl({ ...name("question"), hint: "It can come true or fail, and nobody can argue which." }),
    criteria: textControl({
      ...name("criteria"),
      rows: 3,
      hint: "Yes if ...: who must have done what, and which source settles it.",
    }),
    type: radioControl({
      ...name("type"),
      as: "list",
      options: [
        { value: "by", label: "It happens at some time up to a day" },
        { value: "at", label: "It is so on one day" },
      ],
    }),
    deadline: dateControl({ ...name("deadline"), placeholder: "31 dec 2028", read: due }),
    description: textControl({
      ...name("description"),
      optional: true,
      hint: "Earlier cases of the same kind, such as two-year periods with such a signature. Without one the start is 50 %, marked as no base rate.",
    }),
    k: textControl({ ...name("k"), optional: true, inputmode: "decimal" }),
    n: textControl({ ...name("n"), optional: true, inputmode: "decimal" }),
    reason: textControl({ ...name("reason"), optional: true, hint: "Kept in the history, for everybody to read." }),
  };
}

export function addForm(page: PageData, onAdded: (id: string) => void): HTMLElement {
  const fields = fieldsFor();
  const rate = h("output", { class: "echo" });
  const { element } = askForm(page.slug, {
    name: "proposition",
    fields,
    labels: LABELS,
    body: [
      ...[fields.question, fields.criteria, fields.type, fields.deadline, fields.description].map(
        (field) => field.element,
      ),
      h("div", { class: "form-part" }, fields.k.element, fields.n.element),
      rate,
      fields.reason.element,
    ],
    saveLabel: "Add the claim",
    busyLabel: "Adding",
    onInput: (typed) => {
      const { value } = readReferenceClass(typed);
      rate.textContent = value
        ? baseRateSentence({ referenceClass: value, type: typed.type === "at" ? "at" : "by" })
        : "";
    },
    check: (typed) => {
      const deadline = readWhen(due(typed.deadline));
      return {
        ...(typed.question.trim() === "" && { question: "Write the claim." }),
        ...(typed.criteria.trim() === "" && { criteria: "Say what counts as true." }),
        ...(typed.type === "" && { type: "Choose one." }),
        ...(!deadline.ok && { deadline: deadline.problem }),
        ...readReferenceClass(typed).problems,
      };
    },
    send: async (typed) => {
      const deadline = readWhen(due(typed.deadline));
      const { id } = await api<{ id: string }>("POST", `/scenarios/${encodeURIComponent(page.slug)}/propositions`, {
        body: {
          question: typed.question.trim(),
          criteria: typed.criteria.trim(),
          type: typed.type,
          deadline: deadline.ok ? deadline.value : typed.deadline,
          referenceClass: readReferenceClass(typed).value,
          ...(typed.reason.trim() !== "" && { reason: typed.reason.trim() }),
        },
      });
      return () => onAdded(id);
    },
  });
  return element;
}
