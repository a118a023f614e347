import { DomainError } from "../core/errors";
import { takesOut } from "../core/redaction";
import { entriesOfEvent } from "../store/redactions";
import type { ActionContext } from "./context";
import { redactTexts, type Redacted } from "./redact-texts";
import type { RewriteTools } from "./rewrite-frozen";

interface RedactEvent extends RewriteTools {
  ref: string;
  reason: string;
  fields: readonly string[];
}

/** Removes texts of an event, and of what was said of it, for good. */
export function redactEvent(
  context: ActionContext,
  slug: string,
  { ref, reason, fields, ...tools }: RedactEvent,
): Promise<Redacted> {
  const named = new Set(fields);
  return redactTexts(context, slug, {
    main: { kind: "event", subject: ref },
    of: ref,
    reason,
    entries: async (db, scenario) => {
      const entries = await entriesOfEvent(db, scenario, ref);
      if (entries.length > 0) return entries;
      throw new DomainError("not-found", "There is no event with this reference in the scenario.");
    },
    isRemoved: (kind, field) => takesOut(named, kind, field),
    ...tools,
  });
}
