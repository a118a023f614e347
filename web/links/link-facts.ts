/** What the row of a link says of it, besides its title. */
import type { Snapshot } from "../../worker/contract/link-types";
import type { LinkStatus } from "../../worker/core/link-state";
import { momentInWords } from "../forms/event-view";
import { h } from "../lib/dom";
import { countOf, formatUtcDay } from "../lib/format";
import { userText } from "../lib/user-text";
import { alongSentence } from "./field-words";
import { guardsSentence, madeSentence, opensSentence, STATUS_WORDS } from "./words";

export function statusBadge(status: LinkStatus): HTMLElement {
  return h("span", { class: status === "open" ? "badge open" : "badge" }, STATUS_WORDS[status]);
}

function withdrawn({ withdrawnAt, withdrawnReason }: Snapshot): HTMLElement | null {
  if (withdrawnAt === null) return null;
  return h(
    "p",
    {},
    `Withdrawn ${momentInWords(withdrawnAt)}.`,
    withdrawnReason !== "" && " Reason: ",
    withdrawnReason !== "" && userText(withdrawnReason),
  );
}

function notices({ notices: all }: Snapshot): HTMLElement | null {
  if (all.length === 0) return null;
  return h(
    "details",
    { class: "small" },
    h("summary", {}, countOf(all.length, "correction notice")),
    ...all.map(({ at, text }) => h("p", { class: "lines" }, h("strong", {}, `${formatUtcDay(at)}: `), userText(text))),
  );
}

function state({ pausedAt, status }: Snapshot): HTMLElement | null {
  if (pausedAt === null || status === "withdrawn") return null;
  return h(
    "p",
    { class: "small" },
    `Paused ${momentInWords(pausedAt)}: readers find nothing at its address until it goes on.`,
  );
}

/** `now` in epoch milliseconds, for ends that have passed. */
export function linkFacts(link: Snapshot, now: number): HTMLElement[] {
  const { before, after } = madeSentence(link);
  // The sentence about its opens says how often it may be.
  const guards = { expiresAt: link.expiresAt, passphrase: link.hasPassphrase, viewCap: null };
  const gone = link.status === "withdrawn";
  return [
    h("p", { class: "muted small" }, before, userText(link.by), after),
    h("p", { class: "small" }, gone ? "" : `${guardsSentence(guards, now)} `, opensSentence(link)),
    h("p", { class: "muted small" }, alongSentence(link.fields), link.feeds && " Readers may follow it."),
    state(link),
    link.note === "" ? null : h("p", { class: "lines" }, userText(link.note)),
    notices(link),
    withdrawn(link),
  ].filter((part) => part !== null);
}
