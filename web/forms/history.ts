/** The versions of an event, newest first: who, when, why, and what changed between any two. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { comparePart } from "../event/compare";
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";
import type { EventVersion } from "../../worker/contract/api-types";
import { momentInWords } from "./event-view";

const DONE: Record<EventVersion["op"], string> = { record: "recorded", correct: "corrected", retract: "retracted" };

/** A version that follows a retraction brings the event back: that is no correction of a word in it. */
function doneBy(version: EventVersion, older: EventVersion | undefined): string {
  return older?.op === "retract" && version.op === "correct" ? "brought back" : DONE[version.op];
}

/** A reason may name the grade, so it waits with it. */
function versionItem(version: EventVersion, older: EventVersion | undefined, blind: boolean): HTMLElement {
  return h(
    "li",
    { class: "stack tight" },
    h("h3", {}, `Version ${version.version}: ${doneBy(version, older)}`),
    h(
      "p",
      { class: "muted small" },
      `${momentInWords(version.recordedAt)} by `,
      userText(version.by),
      `, revision ${version.revision}`,
    ),
    version.reason !== "" && !blind && h("p", {}, "Reason: ", userText(version.reason)),
    version.op === "retract" && h("p", {}, "It counts for nothing from then on; what it said stays readable."),
  );
}

/** `versions` newest first, as the API gives them. Reasons and changes are left out where they would give the grade away. */
export function historySection(
  versions: EventVersion[],
  indicators: readonly ViewIndicator[],
  blind: boolean,
): HTMLElement {
  return h(
    "section",
    { class: "stack", "aria-labelledby": "history" },
    h("h2", { id: "history" }, "History"),
    h("p", { class: "muted" }, "Nothing is overwritten: each correction and each retraction is a version of its own."),
    h(
      "ol",
      { class: "plain entries" },
      ...versions.map((version, at) => versionItem(version, versions[at + 1], blind)),
    ),
    blind
      ? h("p", { class: "muted" }, "Reasons and changes are shown with the grade.")
      : comparePart(versions, indicators),
  );
}
