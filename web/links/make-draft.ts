/** What was typed for a link that is not made yet. */
import {
  LINK_PURPOSES,
  type LinkPurpose,
  SHARED_FIELDS,
  sharedFields,
  type SharedFields,
} from "../../worker/core/sharing";
import { DraftStore } from "../lib/drafts";
import type { LinkValues } from "./options";

const KEYS = ["purpose", "title", "note", "endsOn", "viewCap", "since", "feeds", "passphrase", "along"] as const;
type Key = (typeof KEYS)[number];

export interface Typed {
  purpose: LinkPurpose;
  values: LinkValues;
  fields: SharedFields;
}

const isPurpose = (text: string | undefined): text is LinkPurpose => LINK_PURPOSES.some((purpose) => purpose === text);

export function toTexts({ purpose, values, fields }: Typed): Record<Key, string> {
  const along = SHARED_FIELDS.filter((field) => fields[field]).join(" ");
  const { since, feeds, passphrase } = values;
  return {
    ...values,
    purpose,
    since: String(since),
    feeds: String(feeds),
    passphrase: String(passphrase),
    along,
  };
}

/** Null where it cannot be read whole: half of it might share more than was chosen. */
export function fromTexts(texts: Partial<Record<Key, string>>): Typed | null {
  const { purpose, title, note, endsOn, viewCap, since, feeds, passphrase, along } = texts;
  if (!isPurpose(purpose) || title === undefined || note === undefined || endsOn === undefined) return null;
  if (viewCap === undefined || since === undefined || feeds === undefined) return null;
  if (passphrase === undefined || along === undefined) return null;
  const chosen = new Set<string>(along.split(" "));
  return {
    purpose,
    values: {
      title,
      note,
      endsOn,
      viewCap,
      since: since === "true",
      feeds: feeds === "true",
      passphrase: passphrase === "true",
    },
    fields: sharedFields((field) => chosen.has(field)),
  };
}

export interface MakeDraft {
  load: () => Typed | null;
  /** Whether it could be kept. */
  save: (typed: Typed) => boolean;
  clear: () => void;
}

export function makeDraft(slug: string): MakeDraft {
  const store = new DraftStore<Key>(`${slug}.link`, KEYS);
  return {
    load: () => fromTexts(store.load()?.values ?? {}),
    save: (typed) => store.save({ id: "", values: toTexts(typed) }),
    clear: () => store.clear(),
  };
}
