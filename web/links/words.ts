/** What a link is, who gets in, and what was corrected since, in words. */
import type { CorrectedLink, LinkCorrection, Snapshot } from "../../worker/contract/link-types";
import type { LinkStatus } from "../../worker/core/link-state";
import { endLabel, type OffsetAt } from "../../worker/core/moments";
import { COLLEAGUE_DAYS, type LinkPurpose } from "../../worker/core/sharing";
import { momentInWords } from "../forms/event-view";
import { countOf, formatDate } from "../lib/format";
import { readersZone } from "../lib/zone";

interface PurposeWords {
  label: string;
  /** What it is, when it ends, and what withdrawing it leaves. */
  says: string;
}

export const PURPOSES: Record<LinkPurpose, PurposeWords> = {
  publication: {
    label: "For publication",
    says: "Frozen as the figures are now, to be cited. No end date. Withdrawn, a dated notice with your reason stays.",
  },
  colleague: {
    label: "For a colleague",
    says: `Frozen as the figures are now, for ${COLLEAGUE_DAYS} days and to the end of the last; then it says that it expired. Withdrawn, a dated notice stays.`,
  },
  live: {
    label: "Live",
    says: "Follows the log: readers get the figures of the moment. No end date. Withdrawn, a dated notice stays.",
  },
};

export const STATUS_WORDS: Record<LinkStatus, string> = {
  open: "open",
  paused: "paused",
  expired: "expired",
  "used-up": "used up",
  withdrawn: "withdrawn",
};

export interface Guards {
  expiresAt: number | null;
  passphrase: boolean;
  viewCap: number | null;
}

/** "Can be read until the end of 3 December 2026 (UTC-8). Asks for a passphrase. Can be opened 5 times." */
export function guardsSentence(
  { expiresAt, passphrase, viewCap }: Guards,
  now: number,
  zone: OffsetAt = readersZone,
): string {
  const can = expiresAt !== null && expiresAt <= now ? "Could" : "Can";
  const end = expiresAt === null ? "No end date." : `${can} be read until ${endLabel(expiresAt, zone)}.`;
  const who = passphrase ? "Asks for a passphrase." : "No passphrase: whoever has the address can read it.";
  return `${end} ${who}${viewCap === null ? "" : ` Can be opened ${countOf(viewCap, "time")}.`}`;
}

/** "Opened 12 times, last on 3 November 2026, 20:00 UTC"; with a limit "Opened 3 of 5 times, ...". */
export function opensSentence({
  opens,
  viewCap,
  lastOpenedAt,
}: Pick<Snapshot, "opens" | "viewCap" | "lastOpenedAt">): string {
  if (opens === 0)
    return viewCap === null ? "Not opened yet." : `Can be opened ${countOf(viewCap, "time")}; not opened yet.`;
  const times = viewCap === null ? countOf(opens, "time") : `${opens} of ${countOf(viewCap, "time")}`;
  const last = lastOpenedAt === null ? "" : `, last on ${momentInWords(lastOpenedAt)}`;
  return `Opened ${times}${last}.`;
}

/** What a link shows, and by whose hand; the name is put between by the page. */
export function madeSentence(link: Pick<Snapshot, "purpose" | "createdAt" | "asOf" | "revision">): {
  before: string;
  after: string;
} {
  const { purpose, createdAt, asOf, revision } = link;
  if (purpose === "live") return { before: `Live. Made ${momentInWords(createdAt)} by `, after: ". Follows the log." };
  return {
    before: `${PURPOSES[purpose].label}. Frozen ${momentInWords(createdAt)} by `,
    after: `. Events up to ${formatDate(asOf)}, revision ${revision}.`,
  };
}

const CHANGED: Record<LinkCorrection["change"], string> = {
  corrected: "was corrected",
  retracted: "was retracted",
  redacted: "had texts removed",
};

export function changeWord(change: LinkCorrection["change"]): string {
  return CHANGED[change];
}

/** What is said where a notice was written. */
export const NOTICE_STANDS = "The notice stands above the page from now on.";

/** The beginning of a notice; without the event's title and reason, which need not have gone along. */
export function noticeStart({ ref, change }: Pick<LinkCorrection, "ref" | "change">): string {
  return `Event ${ref} ${CHANGED[change]} after this page was frozen. `;
}

/** Whether a correction still waits for a notice on a link that people can open. */
export function waitsForNotice({ links }: LinkCorrection): boolean {
  return links.some(({ noticed, status }: CorrectedLink) => !noticed && status !== "withdrawn");
}
