/** Two questions kept apart: up to which day events count, and by the records of when. Both live in the address. */
import { viewingSentence, type AskedView } from "../../worker/core/as-of-sentences";
import { isFuture } from "../../worker/core/days";
import { isDay } from "../../worker/core/months";
import type { ScenarioView } from "../../worker/core/view-types";
import { type Days, today } from "../lib/clock";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";

export interface Asked extends AskedView {
  /** What is wrong with the address; that part of it is then as if it were not there. */
  problem: string | null;
}

const USUAL = "These are the usual figures.";

/** Reads `?asOf=&revision=`; a day to come or what is no day or revision is answered in words. A day that has begun anywhere has come. */
export function readAsked(params: URLSearchParams, { today, latest }: Days): Asked {
  const [day, number] = [params.get("asOf") || null, params.get("revision") || null];
  const asOf = day !== null && isDay(day) && !isFuture(day, latest) ? day : null;
  const revision = number !== null && /^[1-9]\d{0,8}$/.test(number) ? Number(number) : null;
  const problems = [
    day !== null &&
      asOf === null &&
      (isDay(day)
        ? `${formatDate(day)} has not come yet: choose a day up to today, ${formatDate(today)}.`
        : "The day in the address cannot be read: write it as 2013-12-31."),
    number !== null && revision === null && "The revision in the address cannot be read: write a number such as 12.",
  ].filter((problem) => problem !== false);
  return { asOf, revision, problem: problems.length === 0 ? null : `${problems.join(" ")} ${USUAL}` };
}

/** Whether a view is the answer to what is asked, so that it need not be fetched. */
export function answers(view: ScenarioView, { asOf, revision }: AskedView): boolean {
  if (revision !== null && view.revision !== revision) return false;
  return asOf === null ? view.asOfReason !== "asked" : view.asOf === asOf;
}

/** `?asOf=...&revision=...`, other parameters kept; "" where nothing is left. */
export function askedQuery({ asOf, revision }: AskedView, others = new URLSearchParams()): string {
  const params = new URLSearchParams(others);
  params.delete("asOf");
  params.delete("revision");
  if (asOf !== null) params.set("asOf", asOf);
  if (revision !== null) params.set("revision", String(revision));
  return params.size === 0 ? "" : `?${params}`;
}

function addressOf(slug: string, asked: AskedView): string {
  return `${scenarioPath(slug)}${askedQuery(asked, new URLSearchParams(location.search))}`;
}

/** Marks a page that shows another day or other records than by itself, and answers what could not be shown. */
export function viewingMark(view: ScenarioView, asked: Asked): HTMLElement | null {
  const sentence = viewingSentence(view, asked, today());
  if (sentence === null && asked.problem === null) return null;
  const now = view.asOf === today() && asked.revision === null ? "Back to the usual day" : "Back to now";
  return h(
    "div",
    { class: "notice warning viewing", role: "status" },
    asked.problem !== null && h("p", {}, asked.problem),
    sentence !== null && h("p", {}, h("strong", {}, sentence)),
    h(
      "p",
      { class: "no-print" },
      h("a", { class: "button small", href: addressOf(view.slug, { asOf: null, revision: null }) }, now),
    ),
  );
}

/** Sending it goes to the page's address with the answers in it. */
function asOfForm(view: ScenarioView, asked: Asked): HTMLElement {
  const first = view.months[0]?.month;
  const day = h("input", {
    type: "date",
    id: "as-of-day",
    name: "asOf",
    value: asked.asOf,
    min: first && `${first}-01`,
    max: today(),
    "aria-describedby": "as-of-day-hint",
    // The page may have stood open since another day.
    onfocus: () => (day.max = today()),
  });
  const number = h("input", {
    class: "revision",
    type: "number",
    id: "as-of-revision",
    name: "revision",
    value: asked.revision,
    min: 1,
    max: asked.revision === null ? view.revision : null,
    step: 1,
    "aria-describedby": "as-of-revision-hint",
  });
  const go = (event: Event) => {
    event.preventDefault();
    const revision = number.value === "" ? null : Number(number.value);
    location.assign(addressOf(view.slug, { asOf: day.value || null, revision }));
  };
  return h(
    "form",
    { method: "get", action: scenarioPath(view.slug), onsubmit: go },
    h(
      "div",
      { class: "field" },
      h("label", { for: "as-of-day" }, "Events up to"),
      day,
      h("p", { class: "hint", id: "as-of-day-hint" }, "What happened later is left out. Empty: the usual day."),
    ),
    h(
      "div",
      { class: "field" },
      h("label", { for: "as-of-revision" }, "By the records of revision"),
      number,
      h(
        "p",
        { class: "hint", id: "as-of-revision-hint" },
        "What was logged or corrected later is left out. Empty: the records of today",
        asked.revision === null ? ` (revision ${view.revision}).` : ".",
      ),
    ),
    h("div", {}, h("button", { class: "button small" }, "Show")),
  );
}

/** The two controls, folded. They are made when they are wanted: a field for dates is slow to make. */
export function asOfControls(view: ScenarioView, asked: Asked): HTMLElement {
  const details = h("details", { class: "as-of no-print" }, h("summary", {}, "Another day, or earlier records"));
  details.addEventListener("toggle", () => details.append(asOfForm(view, asked)), { once: true });
  return details;
}
