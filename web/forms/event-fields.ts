/** The questions of the event form, each built once; `event-form.ts` shows those that the chosen indicator asks. */
import { QUOTE_LIMIT } from "../../worker/contract/columns";
import { charLength } from "../../worker/contract/text";
import { AMOUNT_SCOPES, CREDIBILITIES, RELIABILITIES } from "../../worker/core/types";
import type { ScenarioView } from "../../worker/core/view-types";
import { daysNow } from "../lib/clock";
import { radioControl, selectControl, textControl } from "./controls";
import { dateControl } from "./date-control";
import { type DateField, whenOf } from "./event-input";
import { parseMoney } from "./money";
import { stepControl } from "./step-control";
import { FIELD_LABELS } from "./values";
import type { FieldName } from "./values";
import { CREDIBILITY_WORDS, RELIABILITY_WORDS, SCOPE_WORDS } from "./words";

const named = <N extends FieldName>(name: N) => ({ name, label: FIELD_LABELS[name] });

/** Silent until the text is an amount: the problem is said on saving, not while somebody is typing. */
const echoMoney = (typed: string): string => {
  const money = typed.trim() === "" ? null : parseMoney(typed);
  return money?.ok ? `= ${money.echo}` : "";
};

/** "212 of 300 characters"; "" while nothing is typed. */
export function quoteLength(typed: string): string {
  const length = charLength(typed.trim());
  if (length === 0) return "";
  const over = length - QUOTE_LIMIT;
  return over > 0 ? `${over} over ${QUOTE_LIMIT} characters: shorten it` : `${length} of ${QUOTE_LIMIT} characters`;
}

/** The letter and the number of a source's grade, whichever source it is. */
export const RELIABILITY_OPTIONS = RELIABILITIES.map((value) => ({
  value,
  label: `${value} ${RELIABILITY_WORDS[value]}`,
}));
export const CREDIBILITY_OPTIONS = CREDIBILITIES.map((n) => ({
  value: String(n),
  label: `${n} ${CREDIBILITY_WORDS[n]}`,
}));

export function eventFields(view: Pick<ScenarioView, "indicators">) {
  const dated = (name: DateField) => ({
    ...named(name),
    read: (typed: string) =>
      whenOf(name, { date: date.value(), plannedFor: "", sourcePublished: "", [name]: typed }, daysNow()),
  });
  const date = dateControl({ ...dated("date"), placeholder: "17 nov, tuesday, 3 oct 2012, oct 2012" });
  const actors = textControl({
    ...named("actors"),
    optional: true,
    hint: "Separated by semicolons, such as PAK; RUS. Who visited comes first.",
  });
  return {
    indicator: radioControl({
      ...named("indicator"),
      as: "pills",
      options: view.indicators.map(({ key, label }) => ({ value: key, label })),
    }),
    title: textControl({ ...named("title"), hint: "One line, as a headline would say it." }),
    date,
    code: stepControl({ ...named("code"), onWent: (pair) => actors.set(pair.join("; ")) }),
    state: radioControl({ ...named("state"), as: "pills", options: [] }),
    amountUsd: textControl({
      ...named("amountUsd"),
      optional: true,
      hint: "Only what the source says.",
      inputmode: "decimal",
      placeholder: "500000000 or 1.2 bn",
      echo: echoMoney,
    }),
    amountScope: selectControl({
      ...named("amountScope"),
      hint: "Whose money it is, or what else it counts.",
      empty: "Choose",
      options: AMOUNT_SCOPES.map((value) => ({ value, label: SCOPE_WORDS[value] })),
    }),
    project: textControl({
      ...named("project"),
      optional: true,
      hint: "The same words each time, so that steps of one project show together.",
    }),
    plannedFor: dateControl({ ...dated("plannedFor"), optional: true, hint: "The day or month announced." }),
    sourceUrl: textControl({ ...named("sourceUrl"), optional: true, type: "url", placeholder: "https://" }),
    sourceTitle: textControl({ ...named("sourceTitle"), hint: "Headline, and who published it." }),
    sourceReliability: radioControl({
      ...named("sourceReliability"),
      as: "pills",
      hint: "The source in general, whatever it says this time.",
      options: RELIABILITY_OPTIONS,
    }),
    infoCredibility: radioControl({
      ...named("infoCredibility"),
      as: "pills",
      hint: "This report, whoever brings it.",
      options: CREDIBILITY_OPTIONS,
    }),
    quote: textControl({
      ...named("quote"),
      optional: true,
      hint: `What the source says, word for word, in at most ${QUOTE_LIMIT} characters.`,
      echo: quoteLength,
    }),
    location: textControl({
      ...named("location"),
      optional: true,
      hint: "Where it happened, or which crossing it concerns.",
    }),
    actors,
    sourcePublished: dateControl({
      ...dated("sourcePublished"),
      optional: true,
      hint: "When the source came out, if not on the day itself.",
    }),
    follows: textControl({
      ...named("follows"),
      optional: true,
      hint: "Reference of the earlier event that this one continues. A link changes no points.",
    }),
    notes: textControl({ ...named("notes"), optional: true, rows: 4 }),
    score: textControl({ ...named("score"), optional: true, inputmode: "decimal" }),
    scoreReason: textControl({ ...named("scoreReason"), optional: true, rows: 2 }),
    reason: textControl({ ...named("reason"), hint: "Kept with the new version, for everybody to read.", rows: 2 }),
  };
}

export type EventFields = ReturnType<typeof eventFields>;
