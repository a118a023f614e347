/** Which texts of an event can be removed for good, what they are now, and what the page says once they are gone. */
import type { ApiEvent, ApiRedaction, EventLife, EventVersion } from "../../worker/contract/api-types";
import type { Redactable, RemovedText } from "../../worker/core/redaction";
import { countOf, listOf } from "../lib/format";

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
