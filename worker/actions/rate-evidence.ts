import { DomainError } from "../core/errors";
import { evidenceSubject, splitEvidence } from "../core/ledger-statements";
import { firstDayOf } from "../core/months";
import type { Evidence, Proposition } from "../core/types";
import { insertRows, replaceColumns } from "../store/bulk";
import { findEvidence } from "../store/claims";
import { evidence } from "../store/schema";
import { evidenceRow } from "../store/statement-rows";
import { requireEvent } from "./change-event";
import { commitStatement } from "./commit-statement";
import type { ActionContext } from "./context";
import { requireProposition } from "./resolve-proposition";

const KEY = ["scenario", "proposition", "event"];
const UPSERT = `("scenario", "proposition", "event") DO UPDATE SET ${replaceColumns(evidence, KEY)}`;

/** Says how an event bears on a proposition. A second rating of the same event corrects the first. */
export function rateEvidence(
  context: ActionContext,
  slug: string,
  proposition: string,
  item: Evidence,
  reason: string,
): Promise<{ revision: number }> {
  const { db } = context;
  return commitStatement(context, slug, reason, async ({ registration }) => {
    const claim: Proposition = JSON.parse((await requireProposition(db, slug, proposition)).content);
    const event = await requireEvent(db, slug, item.event);
    if (event.status === "retracted") {
      throw new DomainError(
        "invalid",
        `${item.event} was retracted and is no evidence. Choose another event.`,
        "event",
      );
    }
    const start = claim.addedOn ?? registration.registeredOn;
    if (firstDayOf(event.date) <= start) {
      const detail = `${item.event} is dated ${event.date}, not after ${start}, when the claim starts: it is in the base rate.`;
      throw new DomainError("invalid", `${detail} Choose a later event.`, "event");
    }
    const current = await findEvidence(db, slug, proposition, item.event);
    const subject = evidenceSubject(proposition, item.event);
    return {
      draft: { kind: "evidence", subject, op: current ? "correct" : "record", ...splitEvidence(item) },
      versions: current?.version ?? 0,
      project: (place) => insertRows(db.d1, evidence, [evidenceRow(slug, proposition, item, place)], UPSERT),
    };
  });
}

/** Takes a rating back; the event stays. */
export function removeEvidence(
  context: ActionContext,
  slug: string,
  proposition: string,
  event: string,
  reason: string,
): Promise<{ revision: number }> {
  const { db } = context;
  return commitStatement(context, slug, reason, async () => {
    const current = await findEvidence(db, slug, proposition, event);
    if (current?.status !== "active") {
      throw new DomainError("not-found", `${event} is not rated for this claim, so there is nothing to remove.`);
    }
    const { likelihoodRatio, cluster, rivalExplanation } = current;
    const item = { event, likelihoodRatio, cluster, rivalExplanation };
    return {
      draft: {
        kind: "evidence",
        subject: evidenceSubject(proposition, event),
        op: "retract",
        ...splitEvidence(item),
      },
      versions: current.version,
      project: (place) =>
        insertRows(db.d1, evidence, [evidenceRow(slug, proposition, item, place, "retracted")], UPSERT),
    };
  });
}
