import { Hono } from "hono";
import { redactEvent } from "../actions/redact-event";
import { redactStatement } from "../actions/redact-statement";
import { redactCsvParts } from "../contract/csv-redact";
import { RedactionInput, StatementRedactionInput, type RedactionAnswer } from "../contract/redaction-requests";
import { evidenceSubject } from "../core/ledger-statements";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { findSigner } from "../store/signing";
import { contextOf } from "./action-context";

const MAX_REDACTION_BYTES = 10_000;
const ofOwner = [requireRole("owner"), limitBody(MAX_REDACTION_BYTES)] as const;
const rewriteFiles = redactCsvParts;

/** Removing texts for good: it reaches the ledger, the lists, the views and every shared link at once. */
export const redactions = new Hono<AppEnv>()
  .post("/:slug/events/:ref/redact", ...ofOwner, validate("json", RedactionInput), async (c) => {
    const { slug, ref } = c.req.param();
    const { reason, fields } = c.req.valid("json");
    const signer = await findSigner(c.env.SIGNING_KEY);
    const texts = { ref, reason, fields, rewriteFiles, signer };
    const answer: RedactionAnswer = await redactEvent(contextOf(c), slug, texts);
    return c.json(answer);
  })

  .post("/:slug/redact", ...ofOwner, validate("json", StatementRedactionInput), async (c) => {
    const input = c.req.valid("json");
    const { kind, reason } = input;
    const answer: RedactionAnswer = await redactStatement(contextOf(c), c.req.param("slug"), {
      kind,
      reason,
      rewriteFiles,
      signer: await findSigner(c.env.SIGNING_KEY),
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
