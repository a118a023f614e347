/** Two people corrected one event: where their versions differ, and the version that a person chooses of them. */
import type { ViewIndicator } from "../../worker/core/view-types";
import type { EventMembers } from "./event-input";
import { FIELD_LABELS, FIELDS } from "./values";
import type { FieldName, FormValues } from "./values";
import { inFull } from "./when";
import { CREDIBILITY_WORDS, RELIABILITY_WORDS, SCOPE_WORDS } from "./words";

export type Side = "theirs" | "yours";

export interface Clash {
  field: FieldName;
  label: string;
  theirs: string;
  yours: string;
  /** What to keep unless the person says otherwise: what they changed themselves. */
  keep: Side;
}

/** What one side holds: the fields as typed and the members that they mean. */
export interface Version {
  values: FormValues;
  members: EventMembers;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A field's value in words, as somebody who compares two versions reads it. */
export function valueInWords(field: FieldName, version: Version, indicators: readonly ViewIndicator[]): string {
  const { values, members } = version;
  const value = values[field];
  const indicator = indicators.find(({ key }) => key === values.indicator);
  const labels: Partial<Record<FieldName, readonly { key: string; label: string }[] | undefined>> = {
    indicator: indicators,
    code: indicator?.codebook,
    state: indicator?.states,
    sourceReliability: Object.entries(RELIABILITY_WORDS).map(([key, words]) => ({ key, label: `${key} ${words}` })),
    infoCredibility: Object.entries(CREDIBILITY_WORDS).map(([key, words]) => ({ key, label: `${key} ${words}` })),
    amountScope: Object.entries(SCOPE_WORDS).map(([key, label]) => ({ key, label })),
  };
  if (field === "date" || field === "plannedFor" || field === "sourcePublished") {
    const date = members[field];
    return typeof date === "string" ? inFull(date) : value;
  }
  return labels[field]?.find(({ key }) => key === value)?.label ?? value;
}

/** The fields in which the two differ, in the form's order. `base` is what both started from. */
export function clashes(base: Version, theirs: Version, yours: Version, indicators: readonly ViewIndicator[]): Clash[] {
  return FIELDS.filter((field) => field !== "reason" && !same(theirs.members[field], yours.members[field])).map(
    (field) => ({
      field,
      label: FIELD_LABELS[field],
      theirs: valueInWords(field, theirs, indicators),
      yours: valueInWords(field, yours, indicators),
      keep: same(base.members[field], yours.members[field]) ? "theirs" : "yours",
    }),
  );
}

/** The version chosen field by field; the reason stays as typed. */
export function merged(theirs: FormValues, yours: FormValues, kept: ReadonlyMap<FieldName, Side>): FormValues {
  const result = { ...yours };
  for (const [field, side] of kept) result[field] = side === "theirs" ? theirs[field] : yours[field];
  return result;
}
