/** What goes along with a link, and what stays with the analysts, in words. */
import { lowerFirst, upperFirst } from "../../worker/core/labels";
import { SHARED_FIELDS, type SharedField, type SharedFields } from "../../worker/core/sharing";
import { listOf } from "../lib/format";

export const FIELD_WORDS: Record<SharedField, { label: string; hint: string; short: string }> = {
  sources: {
    label: "Sources",
    short: "sources",
    hint: "Titles and addresses of sources, and the words quoted from them.",
  },
  monthNote: {
    label: "The month\u2019s note",
    short: "the month\u2019s note",
    hint: "The newest note that your team wrote on a month.",
  },
  notes: {
    label: "Notes and reasons",
    short: "notes on events",
    hint: "What analysts noted on events, outcomes and ratings. They were perhaps not written for strangers.",
  },
  names: {
    label: "Names",
    short: "names",
    hint: "Who wrote the month\u2019s note and who made the forecasts.",
  },
  forecasts: {
    label: "Forecasts",
    short: "forecasts",
    hint: "The probabilities that analysts gave for claims.",
  },
};

function shorts(fields: SharedFields, along: boolean): string[] {
  return SHARED_FIELDS.filter((field) => fields[field] === along).map((field) => FIELD_WORDS[field].short);
}

/** "Sources go along; the month's note, notes on events, names and forecasts stay here." */
export function alongSentence(fields: SharedFields): string {
  const along = shorts(fields, true);
  const kept = shorts(fields, false);
  if (along.length === 0) return `Only the figures go along; ${listOf(kept)} stay here.`;
  // "sources" and its like are plural; the month's note is not.
  const go = along.length === 1 && fields.monthNote ? "goes" : "go";
  const stay = kept.length === 1 && !fields.monthNote ? "stays" : "stay";
  const rest = kept.length === 0 ? "nothing stays" : `${listOf(kept)} ${stay}`;
  return `${upperFirst(listOf(along))} ${go} along; ${rest} here.`;
}

/** What does not go along, one line each. */
export function stayingLines(fields: SharedFields): string[] {
  return SHARED_FIELDS.filter((field) => !fields[field]).map((field) => {
    const { label, hint } = FIELD_WORDS[field];
    return `${label}: ${lowerFirst(hint)}`;
  });
}
