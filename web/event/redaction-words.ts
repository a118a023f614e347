/** Which texts of an event can be removed for good, what they are now, and what the page says once they are gone. */
import type { ApiEvent, ApiRedaction, EventLife, EventVersion } from "../../worker/contract/api-types";
import type { RedactionAnswer } from "../../worker/contract/redaction-requests";
import type { RedactionPlace } from "../../worker/core/quotes";
import type { Redactable, RemovedText } from "../../worker/core/redaction";
import { countOf, formatDate, listOf } from "../lib/format";

/** In the order of the page. */
const NAMES: Record<Redactable, string> = {
  title: "title",
  quote: "quoted sentence",
  sourceTitle: "title of the source",
  sourceUrl: "link to the source",
  notes: "notes",
  location: "place",
  actors: "actors",
  project: "project",
  scoreReason: "reason for the score",
  reports: "further reports",
  reviews: "comments of reviews",
  comments: "comments",
};
// `keys` gives strings; the keys of the record are the names.
export const REMOVABLE = Object.keys(NAMES) as Redactable[];

const isRemovable = (name: string): name is Redactable => Object.hasOwn(NAMES, name);

export const removableName = (name: string): string => (isRemovable(name) ? NAMES[name] : name);

/** "title and notes"; a name that this page does not know is shown as it is. */
export function removedInWords({ fields }: Pick<ApiRedaction, "fields">): string {
  const place = (name: string): number => (isRemovable(name) ? REMOVABLE.indexOf(name) : REMOVABLE.length);
  return listOf(fields.toSorted((a, b) => place(a) - place(b)).map(removableName));
}

type Said = Pick<EventLife, "reports" | "reviews" | "comments">;

const SAID = {
  reports: (life: Said): [number, string] => [life.reports.length, "report"],
  reviews: (life: Said): [number, string] => [life.reviews.filter(({ comment }) => comment !== "").length, "comment"],
  comments: (life: Said): [number, string] => [life.comments.length, "comment"],
};

/** What stands there now, so that an owner sees what goes; "" where there is nothing now. */
export function presentText(field: Redactable, event: ApiEvent, life: Said): string {
  if (field === "actors") return event.actors.join("; ");
  if (field !== "reports" && field !== "reviews" && field !== "comments") return event[field];
  const [count, noun] = SAID[field](life);
  return count === 0 ? "" : countOf(count, noun);
}

/** All that the chosen fields ever said and the page knows: the reason for removing it must not repeat it. */
export function textsOf(fields: readonly Redactable[], versions: readonly EventVersion[], life: Said): RemovedText[] {
  const said: Record<keyof typeof SAID, string[]> = {
    reports: life.reports.flatMap(({ sourceTitle, sourceUrl, quote }) => [sourceTitle, sourceUrl, quote]),
    reviews: life.reviews.map(({ comment }) => comment),
    comments: life.comments.map(({ text }) => text),
  };
  return fields.flatMap((field) => {
    const texts =
      field === "reports" || field === "reviews" || field === "comments"
        ? said[field]
        : versions.map(({ event }) => (field === "actors" ? JSON.stringify(event.actors) : event[field]));
    return texts.map((text): RemovedText => ({ kind: "event", field, text }));
  });
}

const PARTS: Record<string, string> = {
  note: "note",
  notices: "correction notices",
  withdrawnReason: "reason of the withdrawal",
  rivalExplanation: "other explanation",
  cluster: "name of the cause",
};

/** Where a text stands that repeats what is removed: "PKRU-0042, notes", "the note of the link “For the desk”". */
export function placeInWords({ kind, of, field }: RedactionPlace, ref: string): string {
  const [first = "", second = ""] = of;
  const event = first === ref ? "this event" : first;
  const part = PARTS[field] ?? removableName(field);
  switch (kind) {
    case "event":
      return `${event}, ${part}`;
    case "report":
      return `${event}, further report ${second}, ${part}`;
    case "review":
      return `${event}, comment of a review`;
    case "comment":
      return `${event}, comment ${second}`;
    case "evidence":
      return `claim ${first}, rating of ${second === ref ? "this event" : second}, ${part}`;
    case "resolution":
      return `claim ${first}, outcome, ${part}`;
    case "proposition":
      return `claim ${first}, its words`;
    case "note":
      return `note of ${formatDate(first)}`;
    case "attestation":
      return `note of the search of ${formatDate(first)}`;
    case "registration":
      return "the scenario as it was registered";
    case "link":
      return `link \u201c${first}\u201d, ${part}`;
    case "commit":
      return `reason given for revision ${first}`;
    default:
      return `${first}, ${part}`;
  }
}

/** What a redaction reached, one line each. */
export function doneInWords(ref: string, { fields, rewritten, places, more }: RedactionAnswer): string[] {
  const [also, left] = [
    places.filter(({ state }) => state === "removed"),
    places.filter(({ state }) => state !== "removed"),
  ];
  const named = (list: RedactionPlace[]): string => list.map((place) => placeInWords(place, ref)).join("; ");
  return [
    `Removed for good from every version of this event: ${removedInWords({ fields })}.`,
    rewritten.length === 0
      ? "No shared link held it."
      : `Written anew without it, ${countOf(rewritten.length, "shared link")}: ${linksInWords(rewritten)}.`,
    ...(also.length > 0 ? [`Removed as well: ${named(also)}.`] : []),
    ...(left.length > 0 || more
      ? [`Still repeated in ${more ? "more places than are listed here: " : ""}${named(left)}.`]
      : []),
  ];
}

export function linksInWords(links: RedactionAnswer["rewritten"]): string {
  return listOf(links.map(({ title }) => `\u201c${title}\u201d`));
}
