import { DomainError } from "../core/errors";
import { splitAttestation } from "../core/ledger-statements";
import { monthOf } from "../core/months";
import type { Attestation } from "../core/types";
import { insertRows, replaceColumns } from "../store/bulk";
import { writeCommit } from "../store/commit";
import { loadAttestations } from "../store/statements";
import { attestations } from "../store/schema";
import { attestationRow } from "../store/statement-rows";
import { commitStatement } from "./commit-statement";
import { requireScenario, type ActionContext } from "./context";
import { retryOnRace } from "./retry";

const UPSERT = `("scenario", "month") DO UPDATE SET ${replaceColumns(attestations, ["scenario", "month"])}`;

/** Records "I looked for this month" for one or many months as one commit; months attested alike already are left. */
export function attestMonths(
  context: ActionContext,
  slug: string,
  months: Attestation[],
  reason = "",
): Promise<{ revision: number; attested: number }> {
  const { db, who, now: at } = context;
  return retryOnRace(async () => {
    const scenario = await requireScenario(db, slug);
    const existing = await loadAttestations(db, slug);
    const fresh = months.filter(({ month, note, inferred }) => {
      const row = existing.get(month);
      return row?.status !== "active" || row.note !== note || row.inferred !== inferred;
    });
    if (fresh.length === 0) return { revision: scenario.head.revision, attested: 0 };
    const revision = scenario.head.revision + 1;
    const changes = fresh.map((attestation) => {
      const version = (existing.get(attestation.month)?.version ?? 0) + 1;
      const op = version === 1 ? ("record" as const) : ("correct" as const);
      const draft = { kind: "attestation" as const, subject: attestation.month, version, op };
      return {
        draft: { ...draft, ...splitAttestation(attestation) },
        row: attestationRow(slug, attestation, "active", { version, revision }),
      };
    });
    const projection = insertRows(
      db.d1,
      attestations,
      changes.map(({ row }) => row),
      UPSERT,
    );
    const drafts = changes.map(({ draft }) => draft);
    await writeCommit(db, slug, scenario.head, { who, at, reason }, drafts, projection);
    return { revision, attested: fresh.length };
  });
}

/** Takes an attestation back: the month is again one that nobody looked at, unless it has events. */
export function withdrawAttestation(
  context: ActionContext,
  slug: string,
  month: string,
  reason: string,
): Promise<{ revision: number }> {
  const { db } = context;
  return commitStatement(context, slug, reason, async () => {
    const current = (await loadAttestations(db, slug)).get(month);
    if (current?.status !== "active") {
      throw new DomainError("not-found", `Nobody has attested ${monthOf(month)}, so there is nothing to withdraw.`);
    }
    const attestation = { month, note: current.note, inferred: current.inferred };
    return {
      draft: { kind: "attestation", subject: month, op: "retract", ...splitAttestation(attestation) },
      versions: current.version,
      project: (place) =>
        insertRows(db.d1, attestations, [attestationRow(slug, attestation, "retracted", place)], UPSERT),
    };
  });
}
