/** What reads otherwise in one version of an event than in another, any two of them. */
import { dayOfInstant } from "../../worker/core/days";
import type { EventVersion } from "../../worker/contract/api-types";
import type { ViewIndicator } from "../../worker/core/view-types";
import { differences } from "../forms/readable";
import type { Difference } from "../forms/readable";
import { h } from "../lib/dom";
import { visibleText } from "../lib/user-text";
import { formatDateShort } from "../lib/format";
import { wordDiff } from "./word-diff";
import type { Piece } from "./word-diff";

/** One side of a difference. Every piece keeps the direction of the text as a whole. */
function side(pieces: readonly Piece[], mark: "del" | "ins"): HTMLElement {
  if (pieces.length === 0) return h("span", { class: "muted" }, "nothing");
  const words = pieces.flatMap(({ text, changed }) => {
    if (!changed) return [visibleText(text)];
    // The space after the last word is not marked.
    const word = text.trimEnd();
    return [h(mark, {}, visibleText(word)), text.slice(word.length)];
  });
  return h("bdi", { dir: "auto", class: "lines" }, ...words);
}

/** `names` say which version is which also where the head of the table has no room. */
function changeRow({ label, before, after }: Difference, names: [string, string]): HTMLElement {
  const diff = wordDiff(before, after);
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, label),
    h("td", { "data-version": names[0] }, side(diff.before, "del")),
    h("td", { "data-version": names[1] }, side(diff.after, "ins")),
  );
}

/** The two versions field by field. Which is older decides what is called before, not which was chosen first. */
export function changeTable(one: EventVersion, other: EventVersion, indicators: readonly ViewIndicator[]): HTMLElement {
  const [before, after] = one.version < other.version ? [one, other] : [other, one];
  const changes = differences(before.event, after.event, indicators);
  if (before === after) return h("p", {}, "This is one version twice. Choose another.");
  if (changes.length === 0) {
    return h(
      "p",
      {},
      after.op === "retract"
        ? `Version ${after.version} takes the event back and changes no word of it.`
        : `Versions ${before.version} and ${after.version} read the same.`,
    );
  }
  const names: [string, string] = [`Version ${before.version}`, `Version ${after.version}`];
  return h(
    "table",
    { class: "changes" },
    h(
      "caption",
      { class: "visually-hidden" },
      `What changed from version ${before.version} to version ${after.version}`,
    ),
    h("thead", {}, h("tr", {}, ...["Field", ...names].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, ...changes.map((change) => changeRow(change, names))),
  );
}

function versionSelect(label: string, versions: readonly EventVersion[], chosen: number): HTMLSelectElement {
  return h(
    "select",
    { "aria-label": label },
    ...versions.map(({ version, recordedAt }) =>
      h(
        "option",
        { value: version, selected: version === chosen },
        `Version ${version}, ${formatDateShort(dayOfInstant(recordedAt))}`,
      ),
    ),
  );
}

/** Two lists to choose from, the newest against the one before it, and what changed between them. */
export function comparePart(
  versions: readonly EventVersion[],
  indicators: readonly ViewIndicator[],
): HTMLElement | null {
  const [newest, before] = versions;
  if (!newest || !before) return null;
  const from = versionSelect("Earlier version", versions, before.version);
  const to = versionSelect("Later version", versions, newest.version);
  const place = h("div", { role: "status" });
  const show = (): void => {
    const chosen = [from, to].map(({ value }) => versions.find(({ version }) => String(version) === value));
    const [one = before, other = newest] = chosen;
    place.replaceChildren(changeTable(one, other, indicators));
  };
  from.addEventListener("change", show);
  to.addEventListener("change", show);
  show();
  return h(
    "div",
    { class: "stack tight" },
    h("h3", {}, "What changed"),
    h("div", { class: "compare" }, from, h("span", { class: "muted" }, "against"), to),
    place,
  );
}
