import { Hono } from "hono";
import { redactEvent } from "../actions/redact-event";
import { redactStatement } from "../actions/redact-statement";
import type { RewriteTools } from "../actions/rewrite-frozen";
import { redactCsvParts } from "../contract/csv-redact";
import { RedactionInput, StatementRedactionInput, type RedactionAnswer } from "../contract/redaction-requests";
import { evidenceSubject } from "../core/ledger-statements";
import { requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { findSigner } from "../store/signing";
import { contextOf } from "./action-context";

const MAX_REDACTION_BYTES = 10_000;
const ofOwner = [requireRole("owner"), limitBody(MAX_REDACTION_BYTES)] as const;

async function rewriteTools(c: AppContext): Promise<RewriteTools> {
  return { rewriteFiles: redactCsvParts, signer: await findSigner(c.env.SIGNING_KEY) };
}

/** Removing texts for good: it reaches the ledger, the lists, the views and every shared link at once. */
export const redactions = new Hono<AppEnv>()
  .post("/:slug/events/:ref/redact", ...ofOwner, validate("json", RedactionInput), async (c) => {
    const { slug, ref } = c.req.param();
    const { reason, fields } = c.req.valid("json");
    const texts = { ref, reason, fields, ...(await rewriteTools(c)) };
    const answer: RedactionAnswer = await redactEvent(contextOf(c), slug, texts);
    return c.json(answer);
  })

  .post("/:slug/redact", ...ofOwner, validate("json", StatementRedactionInput), async (c) => {
    const input = c.req.valid("json");
    const { kind, reason } = input;
    const answer: RedactionAnswer = await redactStatement(contextOf(c), c.req.param("slug"), {
      kind,
      reason,
      ...(await rewriteTools(c)),
      ...subjectOf(input),
    });
    return c.json(answer);
  });

function subjectOf(input: StatementRedactionInput): { subject: string; of: string } {
  switch (input.kind) {
    case "evidence":
      return { subject: evidenceSubject(input.claim, input.event), of: input.event };
    case "resolution":
      return { subject: input.claim, of: input.claim };
    default:
      return { subject: input.month, of: input.month };
  }
}
