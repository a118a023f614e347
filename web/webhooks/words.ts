/** Webhooks in words. */
import type { Webhook } from "../../worker/contract/webhook-types";
import type { HappeningKind } from "../../worker/core/happenings";
import { countOf, formatInstant, listOf } from "../lib/format";

export const KIND_WORDS: Record<HappeningKind, string> = {
  "verdict.changed": "changes of the verdict",
  "note.written": "notes on months",
};

export function hookSentence({ kinds, createdAt }: Pick<Webhook, "kinds" | "createdAt">): string {
  return `Hears of ${listOf(kinds.map((kind) => KIND_WORDS[kind]))} since ${formatInstant(createdAt)}`;
}

/** How its deliveries stand; failing ones come first, for they are what somebody has to see to. */
export function standSentence({ waiting, delivered, failed, last }: Webhook): string {
  if (last === null) {
    if (waiting > 0) return `Nothing has been sent yet: ${countOf(waiting, "message")} to be sent at the next run.`;
    return "Nothing has been sent yet: nothing has happened since.";
  }
  const parts = [
    failed > 0 && `${countOf(failed, "message")} given up`,
    waiting > 0 && `${countOf(waiting, "message")} tried again soon`,
    delivered > 0 && `${countOf(delivered, "message")} delivered`,
  ].filter((part) => part !== false);
  const counts = parts.length === 0 ? "" : `${listOf(parts)}. `;
  return `${counts}Last try, ${formatInstant(last.at)}: ${last.said}`;
}

export type Standing = "new" | "arriving" | "failing";

/** By its last try: whether messages get through. Of what was never sent, because it was no longer so, nothing follows. */
export function standingOf({ last, waiting, failed, delivered }: Webhook): Standing {
  if (last === null) return "new";
  if (last.state === "gone") {
    if (waiting + failed > 0) return "failing";
    return delivered > 0 ? "arriving" : "new";
  }
  return last.state === "failed" || last.state === "waiting" ? "failing" : "arriving";
}
