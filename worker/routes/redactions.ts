import { Hono } from "hono";
import { redactEvent } from "../actions/redact-event";
import { redactStatement } from "../actions/redact-statement";
import type { Redacting } from "../actions/redact-texts";
import { redactCsvParts } from "../contract/csv-redact";
import { RedactionInput, StatementRedactionInput, type RedactionAnswer } from "../contract/redaction-requests";
import { RedactionQuery } from "../contract/requests";
import { evidenceSubject } from "../core/ledger-statements";
import { requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { findSigner } from "../store/signing";
import { contextOf } from "./action-context";

const MAX_REDACTION_BYTES = 200_000;
const ofOwner = [requireRole("owner"), limitBody(MAX_REDACTION_BYTES)] as const;
const asked = validate("query", RedactionQuery);

/** Removing texts for good: it reaches the ledger, the lists, the views and every shared link at once. */
export const redactions = new Hono<AppEnv>()
  .post("/:slug/events/:ref/redact", ...ofOwner, asked, validate("json", RedactionInput), async (c) => {
    const { slug, ref } = c.req.param();
    const { fields, ...input } = c.req.valid("json");
    const redacting = await toRedacting(c, input, c.req.valid("query"));
    const answer: RedactionAnswer = await redactEvent(contextOf(c), slug, { ref, fields, ...redacting });
    return c.json(answer);
  })

  .post("/:slug/redact", ...ofOwner, asked, validate("json", StatementRedactionInput), async (c) => {
    const input = c.req.valid("json");
    const redacting = await toRedacting(c, input, c.req.valid("query"));
    const of = { kind: input.kind, subject: subjectOf(input) };
    const answer: RedactionAnswer = await redactStatement(contextOf(c), c.req.param("slug"), { ...of, ...redacting });
    return c.json(answer);
  });

async function toRedacting(
  c: AppContext,
  { reason, also }: Pick<RedactionInput, "reason" | "also">,
  { dryRun }: { dryRun: boolean },
): Promise<Redacting> {
  const tools = { rewriteFiles: redactCsvParts, signer: await findSigner(c.env.SIGNING_KEY) };
  return { reason, also, dryRun, ...tools };
}

function subjectOf(input: StatementRedactionInput): string {
  switch (input.kind) {
    case "evidence":
      return evidenceSubject(input.claim, input.event);
    case "resolution":
      return input.claim;
    default:
      return input.month;
  }
}
