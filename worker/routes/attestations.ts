import { Hono } from "hono";
import { isFuture, latestDay, notYet } from "../core/days";
import { attestMonths, withdrawAttestation } from "../actions/attest-months";
import { requireScenario } from "../actions/context";
import { readAttestationFile } from "../contract/attestation-file";
import { AttestationInput, ReasonInput } from "../contract/requests";
import { DomainError } from "../core/errors";
import type { Attestation } from "../core/types";
import { requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitBody, parseBody, readJson, validate } from "../http/validate";
import { contextOf } from "./action-context";

const MAX_ATTESTATION_BYTES = 200_000;

/** One month as JSON, or a whole file `month,note` as text/csv. */
async function readAttestations(c: AppContext): Promise<Attestation[]> {
  if (c.req.header("Content-Type")?.startsWith("text/csv")) {
    const { attestations, messages } = readAttestationFile(new Uint8Array(await c.req.arrayBuffer()));
    const errors = messages.filter(({ level }) => level === "error");
    if (errors.length === 0) return attestations;
    const detail = errors.map(({ line, text }) => (line === null ? text : `Line ${line}: ${text}`)).join(" ");
    throw new DomainError("invalid", detail, undefined, { messages });
  }
  const { month, note } = parseBody(AttestationInput, await readJson(c));
  return [{ month, note, inferred: note.startsWith("Inferred") }];
}

export const attestations = new Hono<AppEnv>()
  .post("/:slug/attestations", requireRole("analyst"), limitBody(MAX_ATTESTATION_BYTES), async (c) => {
    const { db, now } = c.var;
    const { registration } = await requireScenario(db, c.req.param("slug"));
    const months = await readAttestations(c);
    const latest = latestDay(now);
    const early = months.find(({ month }) => isFuture(month, latest));
    if (early) {
      throw new DomainError("invalid", `${notYet(early.month, latest)} Attest months that you looked at.`, "month");
    }
    return c.json(await attestMonths(contextOf(c), registration.slug, months), 201);
  })

  .delete(
    "/:slug/attestations/:month",
    requireRole("analyst"),
    limitBody(MAX_ATTESTATION_BYTES),
    validate("json", ReasonInput),
    async (c) => {
      const { slug, month } = c.req.param();
      return c.json(await withdrawAttestation(contextOf(c), slug, month, c.req.valid("json").reason));
    },
  );
