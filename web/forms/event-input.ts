/** From what is typed to the members of the API's event, and back. */
import type { ViewIndicator } from "../../worker/core/view-types";
import type { ApiEvent } from "../../worker/contract/api-types";
import type { Days } from "../lib/clock";
import { parseMoney } from "./money";
import { emptyValues } from "./values";
import type { FieldProblems, FormValues } from "./values";
import { parsePast, parseWhen, type When } from "./when";

/** Members as they are sent. Text where the form could not read a field: the problem says what is wrong with it. */
export type EventMembers = Record<string, string | number | string[] | null>;

export interface ReadForm {
  members: EventMembers;
  /** What the form itself could not read: dates and amounts in words. */
  problems: FieldProblems;
}

export type DateField = "date" | "sourcePublished" | "plannedFor";

const PLANNED = "Log what has happened; a day that is planned goes with its announcement.";

/** How the form takes a date: of what has happened, or of what is planned from the event's own day on. */
export function whenOf(field: DateField, values: Pick<FormValues, DateField>, days: Days): When {
  if (field !== "plannedFor") return parsePast(values[field], days, field === "date" ? PLANNED : "");
  const announced = parseWhen(values.date, days);
  return parseWhen(values.plannedFor, days, announced.ok ? announced.date : days.today);
}

const textOrNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** An actor list as typed: semicolons, or commas where there is no semicolon. "PAK; RUS" -> ["PAK", "RUS"] */
function readActors(typed: string): string[] {
  return typed
    .split(typed.includes(";") ? ";" : ",")
    .map((actor) => actor.trim())
    .filter((actor) => actor !== "");
}

/** Answers to questions that the chosen indicator does not ask stay in the form and are not sent. */
export function readForm(values: FormValues, indicator: Pick<ViewIndicator, "kind"> | undefined, days: Days): ReadForm {
  const problems: FieldProblems = {};
  const readDate = (field: DateField): string | null => {
    if (values[field].trim() === "" && field !== "date") return null;
    const when = whenOf(field, values, days);
    if (when.ok) return when.date;
    problems[field] = when.problem;
    return null;
  };
  const readAmount = (): number | null => {
    const typed = textOrNull(values.amountUsd);
    const money = typed === null ? null : parseMoney(typed);
    if (money?.ok === false) problems.amountUsd = money.problem;
    return money?.ok ? money.usd : null;
  };
  const state = indicator?.kind === "state";
  const members: EventMembers = {
    date: readDate("date"),
    indicator: values.indicator,
    code: state ? null : textOrNull(values.code),
    state: state ? textOrNull(values.state) : null,
    title: values.title.trim(),
    score: state ? null : textOrNull(values.score),
    scoreReason: state ? "" : values.scoreReason.trim(),
    amountUsd: readAmount(),
    amountScope: textOrNull(values.amountScope),
    project: values.project.trim(),
    plannedFor: readDate("plannedFor"),
    actors: readActors(values.actors),
    location: values.location.trim(),
    sourceTitle: values.sourceTitle.trim(),
    sourceUrl: values.sourceUrl.trim(),
    sourcePublished: readDate("sourcePublished"),
    sourceReliability: values.sourceReliability,
    infoCredibility: textOrNull(values.infoCredibility),
    quote: values.quote.trim(),
    notes: values.notes.trim(),
    follows: textOrNull(values.follows),
  };
  return { members, problems };
}

/** An event as the form shows it, to be corrected. The score stands there only where it overrides the codebook's. */
export function valuesOf(event: ApiEvent, indicator: Pick<ViewIndicator, "codebook"> | undefined): FormValues {
  const codebook = indicator?.codebook.find(({ key }) => key === event.code)?.score;
  return {
    ...emptyValues(),
    indicator: event.indicator,
    title: event.title,
    date: event.date,
    code: event.code ?? "",
    state: event.state ?? "",
    amountUsd: event.amountUsd === null ? "" : String(event.amountUsd),
    amountScope: event.amountScope ?? "",
    project: event.project,
    plannedFor: event.plannedFor ?? "",
    sourceUrl: event.sourceUrl,
    sourceTitle: event.sourceTitle,
    sourceReliability: event.sourceReliability,
    infoCredibility: String(event.infoCredibility),
    quote: event.quote,
    location: event.location,
    actors: event.actors.join("; "),
    sourcePublished: event.sourcePublished ?? "",
    follows: event.follows ?? "",
    notes: event.notes,
    score: codebook === undefined || codebook === event.score ? "" : event.score.toFixed(1),
    scoreReason: event.scoreReason,
  };
}

/** The members that a correction changes: those that read otherwise than what the form was filled with. */
export function changedMembers(before: EventMembers, after: EventMembers): EventMembers {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}
