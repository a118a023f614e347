import { DomainError } from "../core/errors";
import { numberedSubject, splitComment } from "../core/ledger-statements";
import type { Comment } from "../core/types";
import { commentsOf, commentStatements } from "../store/comments";
import { commentRow, type CommentRow } from "../store/discussion-rows";
import { requireEvent } from "./change-event";
import { commitRemark, type Remark } from "./commit-remark";
import type { ActionContext } from "./context";

/** Adds a remark to an event, also to a retracted one. The same words again from the same person are not added. */
export function addComment(
  context: ActionContext,
  slug: string,
  ref: string,
  text: string,
): Promise<{ row: CommentRow; written: boolean }> {
  return commitRemark(context, slug, "", async () => {
    await requireEvent(context.db, slug, ref);
    const last = (await commentsOf(context.db, slug, ref)).at(-1);
    if (last?.status === "active" && last.who === context.who && last.text === text) return { standing: last };
    return remark(context, { event: ref, number: (last?.number ?? 0) + 1, text }, 0);
  });
}

/** Takes a comment back: one's own, or as an owner anybody's. */
export async function removeComment(
  context: ActionContext,
  slug: string,
  { ref, number, reason, isOwner }: { ref: string; number: number; reason: string; isOwner: boolean },
): Promise<CommentRow> {
  const { db, who } = context;
  const { row } = await commitRemark(context, slug, reason, async () => {
    await requireEvent(db, slug, ref);
    const current = (await commentsOf(db, slug, ref)).find((comment) => comment.number === number);
    if (current?.status !== "active") {
      throw new DomainError("not-found", `${ref} has no comment with this number, so there is none to remove.`);
    }
    if (current.who !== who && !isOwner) {
      throw new DomainError("forbidden", "Somebody else wrote this comment. Ask them, or an owner, to remove it.");
    }
    return remark(context, { event: ref, number, text: current.text }, current.version);
  });
  return row;
}

/** The first version of a comment says it, the second takes it back. */
function remark({ db }: ActionContext, comment: Comment, versions: number): Remark<CommentRow> {
  const op = versions === 0 ? "record" : "retract";
  const subject = numberedSubject(comment.event, comment.number);
  return {
    draft: { kind: "comment", subject, op, ...splitComment(comment) },
    versions,
    rowOf: (written) => commentRow(comment, written),
    project: (row) => commentStatements(db.d1, row),
  };
}
