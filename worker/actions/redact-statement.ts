import { DomainError } from "../core/errors";
import type { EntryKind } from "../core/ledger";
import { subjectEntries } from "../store/history";
import type { ActionContext } from "./context";
import { redactTexts, type Redacted, type Redacting } from "./redact-texts";

interface RedactStatement extends Redacting {
  kind: EntryKind;
  subject: string;
}

/** Removes every text of what was said of a month or a claim for good. */
export function redactStatement(
  context: ActionContext,
  slug: string,
  { kind, subject, ...redacting }: RedactStatement,
): Promise<Redacted> {
  return redactTexts(context, slug, {
    main: { kind, subject },
    entries: async (db, scenario) => {
      const entries = await subjectEntries(db, scenario, kind, subject);
      if (entries.length > 0) return entries;
      throw new DomainError("not-found", "Nothing of this kind was recorded, so there is nothing to remove.");
    },
    isRemoved: () => true,
    ...redacting,
  });
}
