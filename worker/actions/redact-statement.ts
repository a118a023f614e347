import { DomainError } from "../core/errors";
import type { EntryKind } from "../core/ledger";
import { subjectEntries } from "../store/history";
import type { ActionContext } from "./context";
import { redactTexts, type Redacted } from "./redact-texts";
import type { RewriteTools } from "./rewrite-frozen";

interface RedactStatement extends RewriteTools {
  kind: EntryKind;
  subject: string;
  /** How a view knows it: a month, a claim's id or the event that is evidence. */
  of: string;
  reason: string;
}

/** Removes every text of what was said of a month or a claim for good. */
export function redactStatement(
  context: ActionContext,
  slug: string,
  { kind, subject, of, reason, ...tools }: RedactStatement,
): Promise<Redacted> {
  return redactTexts(context, slug, {
    main: { kind, subject },
    of,
    reason,
    entries: async (db, scenario) => {
      const entries = await subjectEntries(db, scenario, kind, subject);
      if (entries.length > 0) return entries;
      throw new DomainError("not-found", "Nothing of this kind was recorded, so there is nothing to remove.");
    },
    isRemoved: () => true,
    ...tools,
  });
}
