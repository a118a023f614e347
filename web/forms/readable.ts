/** An event as labelled lines of text: its page shows them, and two versions are compared by them. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { formatDate, formatNumber } from "../lib/format";
import type { ApiEvent } from "../../worker/contract/api-types";
import { moneyInFull } from "./money";
import { FIELD_LABELS } from "./values";
import type { FieldName } from "./values";
import { inFull } from "./when";
import { CREDIBILITY_WORDS, RELIABILITY_WORDS, SCOPE_WORDS } from "./words";

export interface Line {
  field: FieldName;
  label: string;
  text: string;
}

/** Shorter than the form's questions where a question would read oddly beside its answer. */
const LABELS: Partial<Record<FieldName, string>> = {
  title: "Title",
  date: "Date",
  code: "Step",
  state: "State",
  amountUsd: "Amount",
  sourceUrl: "Link",
  sourceTitle: "Source",
  sourceReliability: "Reliability of the source",
  infoCredibility: "Credibility of the report",
  score: "Score",
  scoreReason: "Reason for the score",
};

const labelOf = (items: readonly { key: string; label: string }[] | undefined, key: string | null): string =>
  items?.find((item) => item.key === key)?.label ?? key ?? "";

/** The codebook's line or the state, as it is called there. */
export function stepLabel(
  { code, state }: Pick<ApiEvent, "code" | "state">,
  indicator: Pick<ViewIndicator, "codebook" | "states"> | undefined,
): string {
  return state === null ? labelOf(indicator?.codebook, code) : labelOf(indicator?.states, state);
}

/** All fields in the form's order; those without content have an empty text. */
export function readable(event: ApiEvent, indicators: readonly ViewIndicator[]): Line[] {
  const indicator = indicators.find(({ key }) => key === event.indicator);
  const overridden = isOverride(event, indicator);
  const texts: Partial<Record<FieldName, string>> = {
    indicator: labelOf(indicators, event.indicator),
    title: event.title,
    date: inFull(event.date),
    code: labelOf(indicator?.codebook, event.code),
    state: labelOf(indicator?.states, event.state),
    amountUsd: event.amountUsd === null ? "" : moneyInFull(event.amountUsd),
    amountScope: event.amountScope === null ? "" : SCOPE_WORDS[event.amountScope],
    project: event.project,
    plannedFor: event.plannedFor === null ? "" : formatDate(event.plannedFor),
    sourceTitle: event.sourceTitle,
    sourceUrl: event.sourceUrl,
    sourcePublished: event.sourcePublished === null ? "" : formatDate(event.sourcePublished),
    sourceReliability: `${event.sourceReliability} ${RELIABILITY_WORDS[event.sourceReliability]}`,
    infoCredibility: `${event.infoCredibility} ${CREDIBILITY_WORDS[event.infoCredibility]}`,
    quote: event.quote,
    location: event.location,
    actors: event.actors.join("; "),
    follows: event.follows ?? "",
    notes: event.notes,
    score: overridden ? `${formatNumber(event.score)}, set by hand` : "",
    scoreReason: event.scoreReason,
  };
  return (Object.keys(texts) as FieldName[]).map((field) => ({
    field,
    label: LABELS[field] ?? FIELD_LABELS[field],
    text: texts[field] ?? "",
  }));
}

/** Whether the score differs from the codebook's. */
export function isOverride(event: ApiEvent, indicator: Pick<ViewIndicator, "codebook"> | undefined): boolean {
  const codebook = indicator?.codebook.find(({ key }) => key === event.code)?.score;
  return codebook !== undefined && codebook !== event.score;
}

export interface Difference {
  field: FieldName;
  label: string;
  before: string;
  after: string;
}

/** What reads otherwise in the later of two versions. */
export function differences(before: ApiEvent, after: ApiEvent, indicators: readonly ViewIndicator[]): Difference[] {
  const earlier = readable(before, indicators);
  return readable(after, indicators).flatMap(({ field, label, text }, at) => {
    const was = earlier[at]?.text ?? "";
    return was === text ? [] : [{ field, label, before: was, after: text }];
  });
}
