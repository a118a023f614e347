/** "We looked" for several months at once, one commit: those of a range that nobody has looked at yet. */
import type { Month } from "../../worker/core/types";
import { selectControl, textControl } from "../forms/controls";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { askForm, type AskForm } from "../propositions/ask-form";
import { attest } from "./attest";
import { WHERE_MISSING } from "./looked-form";
import { monthsBetween, monthsInWords } from "./month-words";

type Field = "from" | "to" | "note";

export interface RangeOptions {
  slug: string;
  /** Months that nobody has looked at. */
  months: readonly Month[];
  onDone: (months: Month[]) => void;
}

const LABELS = { from: "From", to: "To", note: "Where you looked" };

export function rangeForm({ slug, months, onDone }: RangeOptions): AskForm<Field> {
  const options = months.toSorted().map((month) => ({ value: month, label: formatDate(month) }));
  const pick = (field: "from" | "to") =>
    selectControl({ name: `range-${field}`, label: LABELS[field], empty: "Choose a month", options });
  const chosen = h("p", { class: "small", role: "status" });
  const fields = {
    from: pick("from"),
    to: pick("to"),
    note: textControl({
      name: "range-note",
      label: LABELS.note,
      hint: "Papers, agencies, search words. Say so only if you searched for all of these months.",
      rows: 2,
    }),
  };
  return askForm<Field>(slug, {
    name: "looked.range",
    fields,
    labels: LABELS,
    body: [h("div", { class: "range-ends" }, fields.from.element, fields.to.element), chosen, fields.note.element],
    saveLabel: "We looked: nothing to log",
    busyLabel: "Saving",
    onInput: ({ from, to }) => {
      chosen.textContent = from === "" || to === "" ? "" : monthsInWords(monthsBetween(months, from, to));
    },
    check: ({ from, to, note }) => ({
      ...(from === "" && { from: "Choose the first month." }),
      ...(to === "" && { to: "Choose the last month." }),
      ...(note.trim() === "" && { note: WHERE_MISSING }),
    }),
    send: async ({ from, to, note }) => {
      const wanted = monthsBetween(months, from, to);
      await attest(slug, wanted, note.trim());
      return () => onDone(wanted);
    },
  });
}
