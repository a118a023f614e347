import { DomainError } from "../core/errors";
import { takesOut } from "../core/redaction";
import { entriesOfEvent } from "../store/redactions";
import type { ActionContext } from "./context";
import { redactTexts, type Redacted, type Redacting } from "./redact-texts";

interface RedactEvent extends Redacting {
  ref: string;
  fields: readonly string[];
}

/** Removes texts of an event, and of what was said of it, for good. */
export function redactEvent(
  context: ActionContext,
  slug: string,
  { ref, fields, ...redacting }: RedactEvent,
): Promise<Redacted> {
  const named = new Set(fields);
  return redactTexts(context, slug, {
    main: { kind: "event", subject: ref },
    entries: async (db, scenario) => {
      const entries = await entriesOfEvent(db, scenario, ref);
      if (entries.length > 0) return entries;
      throw new DomainError("not-found", "There is no event with this reference in the scenario.");
    },
    isRemoved: (kind, field) => takesOut(named, kind, field),
    ...redacting,
  });
}
