/** What a link is made or changed with, as a form holds it and as the API takes it. */
import type { Snapshot } from "../../worker/contract/link-types";
import { dayNumber, dayOfNumber } from "../../worker/core/days";
import { dateLabel } from "../../worker/core/labels";
import { endOfDay, lastDayBefore, type OffsetAt } from "../../worker/core/moments";
import {
  COLLEAGUE_DAYS,
  DEFAULT_FIELDS,
  type LinkPurpose,
  MAX_OPENS,
  type SharedFields,
} from "../../worker/core/sharing";
import type { ScenarioView } from "../../worker/core/view-types";
import { readersZone } from "../lib/zone";

/** As typed: texts untrimmed, the last day by the maker's calendar or "", the limit as digits or "". */
export interface LinkValues {
  title: string;
  note: string;
  endsOn: string;
  viewCap: string;
  since: boolean;
  feeds: boolean;
  passphrase: boolean;
}
export type LinkProblems = Partial<Record<keyof LinkValues, string>>;

/** What goes to the API in making a link and in showing it before. */
export interface LinkBody {
  purpose: LinkPurpose;
  title: string;
  note: string;
  fields: SharedFields;
  expiresAt: number | null;
  passphrase: boolean;
  viewCap: number | null;
  since: boolean;
  feeds: boolean;
}

/** The title until somebody types another; a live page moves on, so that a date in its title would soon be untrue. */
export function titleFor({ title, asOf }: Pick<ScenarioView, "title" | "asOf">, purpose: LinkPurpose): string {
  return purpose === "live" ? title : `${title} (as of ${dateLabel(asOf)})`;
}

/** What a purpose presets; what somebody typed into title and note stays. */
export function presetOf(
  purpose: LinkPurpose,
  today: string,
): Omit<LinkValues, "title" | "note"> & { fields: SharedFields } {
  const endsOn = purpose === "colleague" ? dayOfNumber(dayNumber(today) + COLLEAGUE_DAYS) : "";
  return {
    endsOn,
    viewCap: "",
    passphrase: false,
    since: purpose !== "live",
    feeds: false,
    fields: { ...DEFAULT_FIELDS },
  };
}

/** A link that ends on a day can be read to that day's end where its maker is. */
export function endOf(day: string, zone: OffsetAt = readersZone): number | null {
  return day === "" ? null : endOfDay(day, zone);
}

/** The last day on which it can be read, as the form asks for it. */
export function dayOfEnd(expiresAt: number | null, zone: OffsetAt = readersZone): string {
  return expiresAt === null ? "" : lastDayBefore(expiresAt, zone);
}

function capOf(typed: string): number | null {
  return typed.trim() === "" ? null : Number(typed.trim());
}

/** What can be told before anything is sent. `now` in epoch milliseconds. */
export function problemsOfValues({ title, endsOn, viewCap }: LinkValues, now: number, zone?: OffsetAt): LinkProblems {
  const cap = capOf(viewCap);
  const end = endOf(endsOn, zone);
  return {
    ...(title.trim() === "" && { title: "Give the link a title." }),
    ...(end !== null && end <= now && { endsOn: "This day is over. Choose today or a later day, or none." }),
    ...(cap !== null &&
      (!/^\d+$/.test(viewCap.trim()) || cap < 1 || cap > MAX_OPENS) && {
        viewCap: `Write a whole number from 1 to ${MAX_OPENS.toLocaleString("en-GB")}, or nothing.`,
      }),
  };
}

export function bodyOf(purpose: LinkPurpose, values: LinkValues, fields: SharedFields, zone?: OffsetAt): LinkBody {
  return {
    purpose,
    title: values.title.trim(),
    note: values.note.trim(),
    fields,
    expiresAt: endOf(values.endsOn, zone),
    passphrase: values.passphrase,
    viewCap: capOf(values.viewCap),
    since: purpose !== "live" && values.since,
    feeds: purpose === "live" && values.feeds,
  };
}

export type PassphraseChange = "keep" | "new" | "none";
export type LinkChange = Partial<
  Pick<LinkBody, "title" | "note" | "expiresAt" | "viewCap" | "since" | "feeds" | "passphrase">
>;

/** A link as the form that changes it begins; its passphrase is asked about apart. */
export function valuesOf(link: Snapshot, zone?: OffsetAt): LinkValues {
  const { title, note, since, feeds } = link;
  const viewCap = link.viewCap === null ? "" : String(link.viewCap);
  const endsOn = dayOfEnd(link.expiresAt, zone);
  return { title, note, since, feeds, viewCap, endsOn, passphrase: link.hasPassphrase };
}

/** Only what differs: an end that was left alone keeps its hour, and what a colleague changed meanwhile stays. */
export function changesOf(
  link: Snapshot,
  values: LinkValues,
  passphrase: PassphraseChange,
  zone?: OffsetAt,
): LinkChange {
  const cap = capOf(values.viewCap);
  return {
    ...(values.title.trim() !== link.title && { title: values.title.trim() }),
    ...(values.note.trim() !== link.note && { note: values.note.trim() }),
    ...(values.endsOn !== dayOfEnd(link.expiresAt, zone) && { expiresAt: endOf(values.endsOn, zone) }),
    ...(cap !== link.viewCap && { viewCap: cap }),
    ...(values.since !== link.since && { since: values.since }),
    ...(values.feeds !== link.feeds && { feeds: values.feeds }),
    ...(passphrase !== "keep" && { passphrase: passphrase === "new" }),
  };
}
