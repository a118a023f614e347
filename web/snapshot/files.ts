/** What a reader takes away: files, how to cite the page, whom to ask, and what the publisher kept back. */
import type { SnapshotPageData } from "../../worker/contract/page";
import { dayOfInstant } from "../../worker/core/days";
import type { ScenarioView } from "../../worker/core/view-types";
import { utcToday } from "../lib/clock";
import { type Child, h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { earlierHashes } from "../view/redactions";
import { takeAway } from "../view/take-away";
import { fileHref, pageUrl } from "./address";
import { contactLine } from "./contact";
import { embedCode } from "./embed-code";
import { leftOut } from "./left-out";

const SAVE_A_CHART: Child[] = ["Each chart as a picture (PNG) or its numbers (CSV, JSON): press Save under it"];

const AN_HOUR: Child[] = ["The files are there for an hour after the page was opened; then open it again"];

/** Every frozen page made since 0.4.0 has a picture; a guarded one shows it to nobody. */
function hasPicture({ frozen }: ScenarioView, { embeddable }: SnapshotPageData): boolean {
  return frozen !== undefined && embeddable;
}

/** Addresses for a feed reader and a calendar, which ask for them again by themselves. */
function follow(page: SnapshotPageData): Child[] {
  return [
    "Follow this page: ",
    h("a", { href: fileHref(page, "feed.atom") }, "verdict changes and notes as a feed (Atom)"),
    ", ",
    h("a", { href: fileHref(page, "deadlines.ics") }, "deadlines as a calendar (ICS)"),
  ];
}

function links(view: ScenarioView, page: SnapshotPageData): Child[][] {
  if (page.path === "") return [["The figures as JSON and the events as CSV: readers find them here"]];
  const file = (name: string, words: string): Child => h("a", { href: fileHref(page, name), download: true }, words);
  const bytes = view.redactions ? ", without what was removed" : ", byte for byte as frozen";
  return [
    [file("view.json", "These figures as JSON"), page.purpose === "live" ? ", as they are now" : bytes],
    [file("events.csv", "The events behind them as CSV")],
    // Views of before 0.4.0 may wait for theirs.
    ...(view.frozen ? [[file("view.sig", "The signature of the JSON file")]] : []),
    ...(hasPicture(view, page) ? [[file("preview.png", "The picture that messengers show (PNG)")]] : []),
    ...(page.feeds ? [follow(page)] : []),
    SAVE_A_CHART,
    ...(page.ticket === "" ? [] : [AN_HOUR]),
  ];
}

function fineprint(view: ScenarioView, page: SnapshotPageData): Child[] {
  const made = `Events up to ${formatDate(view.asOf)}; made with ${view.generator}.`;
  const kept = leftOut(page.fields);
  const named = page.path !== "" && page.purpose !== "live";
  return [
    kept !== "" && h("p", { class: "small muted" }, kept),
    h(
      "p",
      { class: "small muted" },
      ...(named ? ["SHA-256 of the JSON file: ", h("code", {}, page.viewHash), ". "] : []),
      made,
    ),
    earlierHashes(page.earlierHashes),
  ];
}

export function files(view: ScenarioView, page: SnapshotPageData): HTMLElement {
  const section = takeAway(view, {
    files: links(view, page),
    cited: {
      publisher: page.publisher,
      title: page.title,
      url: pageUrl(page),
      frozenOn: page.purpose === "live" ? null : dayOfInstant(page.createdAt),
      readOn: utcToday(),
    },
    more: fineprint(view, page),
  });
  section.append(...[embedCode(page), contactLine(page.contact, page.title)].filter((part) => part !== null));
  return section;
}
