/** From the form of a new event to what is sent, with every problem under the field that it is about. */
import { checkEvent } from "../../worker/contract/event-input";
import type { Registration } from "../../worker/core/types";
import type { ViewIndicator } from "../../worker/core/view-types";
import { checkForm } from "../forms/check";
import type { EventMembers } from "../forms/event-input";
import type { FieldProblems } from "../forms/values";
import type { Days } from "../lib/clock";
import { readRows } from "./log-values";
import type { FurtherRow, LogValues, SecondName } from "./log-values";

export type SecondProblems = Partial<Record<SecondName, string>>;
export type RowProblems = Partial<Record<"indicator" | "code" | "title", string>>;

export interface Report {
  sourceTitle: string;
  sourceUrl: string;
  sourcePublished: string | null;
  sourceReliability: string;
  infoCredibility: string;
  quote: string;
}

export interface CheckedLog {
  members: EventMembers;
  reports: Report[];
  also: EventMembers[];
  problems: FieldProblems;
  second: SecondProblems;
  /** One for each further row, empty where it is right. */
  rows: RowProblems[];
  warnings: string[];
  ok: boolean;
}

const nothing = {
  state: null,
  score: null,
  scoreReason: "",
  amountUsd: null,
  amountScope: null,
  project: "",
  plannedFor: null,
  notes: "",
  follows: null,
  quote: "",
};

/** A further row: the day, the place, the source and the grade of the lead event, and its own title and code. */
export function rowMembers(lead: EventMembers, row: FurtherRow): EventMembers {
  const actors = row.kind === "vote" ? [] : (lead["actors"] ?? []);
  return { ...lead, ...nothing, actors, indicator: row.indicator, code: row.code || null, title: row.title.trim() };
}

/** The second source under the names of a lead source, as the event's check knows them. */
function asLead(values: LogValues): LogValues {
  return {
    ...values,
    sourceTitle: values.secondTitle,
    sourceUrl: values.secondUrl,
    sourceReliability: values.secondReliability,
    infoCredibility: values.secondCredibility,
    quote: values.secondQuote,
    // The day on which the first source came out says nothing of the second.
    sourcePublished: "",
  };
}

export function reportOf(members: EventMembers): Report {
  const text = (name: string): string => String(members[name] ?? "");
  return {
    sourceTitle: text("sourceTitle"),
    sourceUrl: text("sourceUrl"),
    sourcePublished: members["sourcePublished"] === null ? null : text("sourcePublished"),
    sourceReliability: text("sourceReliability"),
    infoCredibility: text("infoCredibility"),
    quote: text("quote"),
  };
}

const SOURCE = [
  "sourceTitle",
  "sourceUrl",
  "sourcePublished",
  "sourceReliability",
  "infoCredibility",
  "quote",
] as const;

/** The problems that stand in the way of sending the source alone, as a report of an event that is logged already. */
export function sourceProblems(problems: FieldProblems): FieldProblems {
  return Object.fromEntries(
    SOURCE.flatMap((field) => (problems[field] === undefined ? [] : [[field, problems[field]]])),
  );
}

export function checkLog(
  values: LogValues,
  indicator: ViewIndicator | undefined,
  registration: Registration,
  days: Days,
): CheckedLog {
  const lead = checkForm(values, indicator, registration, days);
  const hasSecond =
    [values.secondTitle, values.secondUrl, values.secondQuote].some((text) => text.trim() !== "") ||
    values.secondReliability + values.secondCredibility !== "";
  const other = hasSecond ? checkForm(asLead(values), indicator, registration, days) : null;
  const second: SecondProblems = {
    secondTitle: other?.problems.sourceTitle,
    secondUrl: other?.problems.sourceUrl,
    secondReliability: other?.problems.sourceReliability,
    secondCredibility: other?.problems.infoCredibility,
    secondQuote: other?.problems.quote,
  };
  const also = readRows(values.also).map((row) => rowMembers(lead.members, row));
  const rows = also.map((members): RowProblems => {
    const { messages } = checkEvent(members, registration, { latest: days.latest, strictScope: true });
    const wrong = (field: string): boolean => messages.some((one) => one.level === "error" && one.field === field);
    return {
      ...(wrong("indicator") && { indicator: "Choose what kind of event it is." }),
      ...(wrong("code") && { code: "Choose the line that fits what happened." }),
      ...(wrong("title") && { title: messages.find(({ field }) => field === "title")?.text ?? "" }),
    };
  });
  const none = (problems: object): boolean => Object.values(problems).every((problem) => problem === undefined);
  return {
    members: lead.members,
    reports: other ? [reportOf(other.members)] : [],
    also,
    problems: lead.problems,
    second,
    rows,
    warnings: [...lead.warnings, ...(other?.warnings ?? []).filter((text) => !lead.warnings.includes(text))],
    ok: none(lead.problems) && none(second) && rows.every(none),
  };
}
