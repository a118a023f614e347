/** Where the questions of the event form stand: what everybody answers first, the rest folded under "More". */
import { h } from "../lib/dom";
import type { EventFields } from "./event-fields";
import type { FieldName } from "./values";

export type Purpose = "log" | "correct";

/** Room for what a page adds to the form. */
export interface Places {
  underStep: HTMLElement;
  underLink: HTMLElement;
  /** Before the folded part. */
  further: HTMLElement;
  /** First under "More". */
  more: HTMLElement;
  /** In the foot, above Save. */
  aboveSave: HTMLElement;
}

/** An override needs its reason and its review; it is set on the event's page, never while logging. */
function overridePart(elements: HTMLElement[]): HTMLDetailsElement {
  return h(
    "details",
    { class: "stack tight" },
    h("summary", {}, "A score other than the codebook's"),
    h("p", { class: "hint" }, "At most 2 points away, with a reason. The event is then marked as an override."),
    ...elements,
  );
}

const MORE: Record<Purpose, string> = {
  log: "More: second source, quoted sentence, place, actors, day of publication, notes",
  correct: "More: quoted sentence, place, actors, day of publication, notes",
};

export function layoutOf(fields: EventFields, purpose: Purpose) {
  const elements = (...names: FieldName[]): HTMLElement[] => names.map((name) => fields[name].element);
  const place = (): HTMLElement => h("div", { class: "place" });
  const places: Places = {
    underStep: place(),
    underLink: place(),
    further: place(),
    more: place(),
    aboveSave: place(),
  };
  const main = h("div", { class: "form-part" });
  const folded = h("div", { class: "form-part" });
  const now = h("p", { class: "hint now" });
  const override = overridePart(elements("score", "scoreReason"));
  const more = h(
    "details",
    { class: "more card" },
    h("summary", {}, MORE[purpose]),
    h(
      "div",
      { class: "stack" },
      places.more,
      folded,
      ...elements("quote", "actors", "sourcePublished", "follows", "notes"),
      ...(purpose === "correct" ? [override] : []),
    ),
  );
  fields.state.element.append(now);
  const body = h(
    "div",
    { class: "stack form-body" },
    ...elements("indicator", "title", "date", "code", "state"),
    places.underStep,
    main,
    ...elements("sourceUrl"),
    places.underLink,
    ...elements("sourceTitle", "sourceReliability", "infoCredibility"),
    places.further,
    more,
    ...(purpose === "correct" ? elements("reason") : []),
  );
  return { body, main, folded, more, override, now, places };
}
