/** The versions of an event, newest first: who, when, why, and what changed field by field. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";
import type { EventVersion } from "../../worker/contract/api-types";
import { momentInWords } from "./event-view";
import { differences } from "./readable";
import type { Difference } from "./readable";

const DONE: Record<EventVersion["op"], string> = { record: "recorded", correct: "corrected", retract: "retracted" };

const orNothing = (text: string): HTMLElement =>
  text === "" ? h("span", { class: "muted" }, "nothing") : userText(text);

function changeTable(version: number, changes: Difference[]): HTMLElement {
  return h(
    "table",
    { class: "changes" },
    h("caption", { class: "visually-hidden" }, `What version ${version} changed`),
    h("thead", {}, h("tr", {}, ...["Field", "Before", "After"].map((name) => h("th", { scope: "col" }, name)))),
    h(
      "tbody",
      {},
      ...changes.map(({ label, before, after }) =>
        h("tr", {}, h("th", { scope: "row" }, label), h("td", {}, orNothing(before)), h("td", {}, orNothing(after))),
      ),
    ),
  );
}

function versionItem(version: EventVersion, earlier: EventVersion | undefined, indicators: readonly ViewIndicator[]) {
  const changes = earlier && version.op === "correct" ? differences(earlier.event, version.event, indicators) : [];
  return h(
    "li",
    { class: "card stack tight" },
    h("h3", {}, `Version ${version.version}: ${DONE[version.op]}`),
    h(
      "p",
      { class: "muted small" },
      `${momentInWords(version.recordedAt)} by `,
      userText(version.by),
      `, revision ${version.revision}`,
    ),
    version.reason !== "" && h("p", {}, "Reason: ", userText(version.reason)),
    version.op === "retract" && h("p", {}, "It counts for nothing from then on; what it said stays readable."),
    changes.length > 0 && changeTable(version.version, changes),
  );
}

/** `versions` newest first, as the API gives them. */
export function historySection(versions: EventVersion[], indicators: readonly ViewIndicator[]): HTMLElement {
  return h(
    "section",
    { class: "stack", "aria-labelledby": "history" },
    h("h2", { id: "history" }, "History"),
    h("p", { class: "muted" }, "Nothing is overwritten: each correction and each retraction is a version of its own."),
    h("ol", { class: "plain stack" }, ...versions.map((one, at) => versionItem(one, versions[at + 1], indicators))),
  );
}
