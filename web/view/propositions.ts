import type { ScenarioView, ViewProposition } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { countOf, formatDate } from "../lib/format";
import { sourceLink } from "../lib/links";
import { userText } from "../lib/user-text";
import { outcomeBadge } from "./outright";

const GROUPS: { basis: ViewProposition["basis"]; title: string; about: string }[] = [
  { basis: "outright", title: "Said outright", about: "The article says so in as many words." },
  { basis: "inferred", title: "Read between the lines", about: "Our inference from what the article argues." },
  { basis: "factual", title: "Statements of fact", about: "What the article took as given." },
  { basis: "added", title: "Added later", about: "Not in the article; asked since." },
];

function deadline(proposition: ViewProposition): string {
  return `${proposition.type === "by" ? "by" : "on"} ${formatDate(proposition.deadline)}`;
}

function probability({ articleProbability, imputed }: ViewProposition): string {
  if (articleProbability === null) return "";
  const percent = `${Math.round(articleProbability * 100)}\u00a0%`;
  return imputed ? `Article's words read as ${percent}.` : `Article: ${percent}.`;
}

function outcome({ outcome: settled }: ViewProposition): (Node | string)[] {
  if (!settled || settled.result === "open") return [];
  const on = settled.on ? `Settled ${formatDate(settled.on)}. ` : "";
  return [
    on,
    userText(settled.note),
    settled.sourceTitle ? " " : "",
    sourceLink(settled.sourceTitle, settled.sourceUrl),
  ];
}

function item(proposition: ViewProposition): HTMLElement {
  const added = proposition.addedOn ? ` Added ${formatDate(proposition.addedOn)}.` : "";
  return h(
    "li",
    { class: "proposition", id: `proposition-${proposition.id}` },
    outcomeBadge(proposition),
    h(
      "div",
      { class: "stack tight" },
      h(
        "p",
        {},
        h("strong", {}, userText(proposition.question)),
        " ",
        h("span", { class: "muted" }, deadline(proposition)),
      ),
      h("p", { class: "small muted" }, userText(proposition.criteria), ` ${probability(proposition)}${added}`),
      proposition.outcome && h("p", { class: "small" }, ...outcome(proposition)),
    ),
  );
}

function tally(group: ViewProposition[]): string {
  const came = (result: string) => group.filter((one) => (one.outcome?.result ?? "open") === result).length;
  const parts = ["yes", "no", "partly", "open", "void"].map((result) => [came(result), result] as const);
  return parts
    .filter(([n]) => n > 0)
    .map(([n, result]) => `${n} ${result}`)
    .join(", ");
}

/** Settled before the forecast or added afterwards: shown, and never scored (method, rulings 26 and 38). */
function standsApart(view: ScenarioView, { deadline, addedOn }: ViewProposition): boolean {
  return addedOn !== null || deadline <= view.registeredOn;
}

/** The claims by what they rest on; the outright ones first and unfolded. */
export function propositions(view: ScenarioView): HTMLElement | null {
  if (view.propositions.length === 0) return null;
  const groups = GROUPS.map((group) => ({
    ...group,
    claims: view.propositions
      .filter((proposition) => proposition.basis === group.basis)
      .toSorted((a, b) => Number(standsApart(view, a)) - Number(standsApart(view, b))),
  })).filter(({ claims }) => claims.length > 0);
  return h(
    "section",
    { class: "stack", id: "propositions", "aria-labelledby": "propositions-title" },
    h("h2", { id: "propositions-title" }, "Claims and how they went"),
    ...groups.map(({ basis, title, about, claims }) =>
      h(
        "details",
        { class: "claims", open: basis === "outright" },
        h("summary", {}, h("strong", {}, title), ` ${countOf(claims.length, "claim")}: ${tally(claims)}`),
        h("p", { class: "small muted" }, about),
        h("ul", { class: "plain" }, ...claims.map(item)),
      ),
    ),
  );
}
