/** Asks for a further source of an event. */
import type { ApiEvent, ApiReport } from "../../worker/contract/api-types";
import { QUOTE_LIMIT } from "../../worker/contract/columns";
import { textControl } from "../forms/controls";
import { dateControl } from "../forms/date-control";
import { dateQuestions } from "../forms/date-questions";
import { parsePast } from "../forms/when";
import { api } from "../lib/api";
import { daysNow } from "../lib/clock";
import { h } from "../lib/dom";
import { isWebAddress } from "../lib/links";
import { askForm, type AskForm } from "../propositions/ask-form";
import type { Dossier } from "./dossier";
import { GRADE_LABELS, gradeOf, gradeProblems, gradeQuestions } from "./grade-questions";

const LABELS = {
  sourceUrl: "Link to the source",
  sourceTitle: "Title of the source",
  ...GRADE_LABELS,
  sourcePublished: "Published",
  quote: "Quoted sentence",
};
type Field = keyof typeof LABELS;

export const reportDraft = ({ id }: Pick<ApiEvent, "id">): string => `event.${id}.report`;

const published = (typed: string) => parsePast(typed, daysNow());

function fieldsFor() {
  const name = (field: Field) => ({ name: `report-${field}`, label: LABELS[field] });
  return {
    sourceUrl: textControl({ ...name("sourceUrl"), optional: true, type: "url", placeholder: "https://" }),
    sourceTitle: textControl({ ...name("sourceTitle"), hint: "Headline or document, and who published it." }),
    ...gradeQuestions("report"),
    sourcePublished: dateControl({
      ...name("sourcePublished"),
      optional: true,
      placeholder: "3 oct 2012",
      read: published,
    }),
    quote: textControl({
      ...name("quote"),
      optional: true,
      rows: 2,
      hint: `Word for word, at most ${QUOTE_LIMIT} characters.`,
    }),
  };
}

export function reportForm({ page, view, event, path, onDone }: Dossier, onCancel: () => void): AskForm<Field> {
  const fields = fieldsFor();
  const dates = dateQuestions({ sourcePublished: fields.sourcePublished }, view);
  return askForm<Field>(page.slug, {
    name: reportDraft(event),
    fields,
    labels: LABELS,
    saveLabel: "Save the report",
    busyLabel: "Saving",
    onCancel,
    onInput: dates.refresh,
    body: [
      fields.sourceUrl.element,
      fields.sourceTitle.element,
      fields.sourceReliability.element,
      fields.infoCredibility.element,
      h("div", { class: "form-part" }, fields.quote.element, fields.sourcePublished.element),
    ],
    check: (typed) => {
      const when = typed.sourcePublished.trim() === "" ? null : published(typed.sourcePublished);
      const link = typed.sourceUrl.trim();
      return {
        ...(link !== "" &&
          !isWebAddress(link) && { sourceUrl: "Write an address that starts with http:// or https://." }),
        ...(typed.sourceTitle.trim() === "" && { sourceTitle: "Name the source: its headline, and who published it." }),
        ...gradeProblems(typed),
        ...(when?.ok === false && { sourcePublished: when.problem }),
        ...(dates.holds() && { sourcePublished: "Say below that the year is right, or put it right." }),
        ...(typed.quote.trim().length > QUOTE_LIMIT && { quote: `Shorten it to ${QUOTE_LIMIT} characters.` }),
      };
    },
    send: async (typed) => {
      const when = published(typed.sourcePublished);
      await api<ApiReport>("POST", `${path}/reports`, {
        body: {
          sourceUrl: typed.sourceUrl.trim(),
          sourceTitle: typed.sourceTitle.trim(),
          ...gradeOf(typed),
          sourcePublished: when.ok ? when.date : null,
          quote: typed.quote.trim(),
          ...(dates.confirmed() && { confirmDate: true }),
        },
      });
      return () => onDone("The report is saved.", "report");
    },
  });
}
