import { windowStart } from "../core/coverage";
import { DomainError } from "../core/errors";
import { monthLabel } from "../core/labels";
import type { EntryDraft } from "../core/ledger";
import { splitAttestation } from "../core/ledger-statements";
import { monthOf } from "../core/months";
import { spanStart } from "../core/span";
import type { Attestation, Registration } from "../core/types";
import { insertRows, replaceColumns } from "../store/bulk";
import { writeCommit } from "../store/commit";
import { loadAttestations } from "../store/statements";
import { attestations } from "../store/schema";
import { timeAfter } from "../store/seal";
import { attestationRow, type AttestationRow } from "../store/statement-rows";
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
  const { db, who, now } = context;
  return retryOnRace(async () => {
    const scenario = await requireScenario(db, slug);
    requireInFigures(scenario.registration, months, "month");
    const at = timeAfter(scenario.head, now);
    const existing = await loadAttestations(db, slug);
    const revision = scenario.head.revision + 1;
    const changes = months.flatMap((attestation) => {
      return attestationChange(slug, attestation, existing.get(attestation.month), revision);
    });
    if (changes.length === 0) return { revision: scenario.head.revision, attested: 0 };
    const projection = attestationStatements(
      db.d1,
      changes.map(({ row }) => row),
    );
    const drafts = changes.map(({ draft }) => draft);
    await writeCommit(db, slug, scenario.head, { who, at, reason }, drafts, projection);
    return { revision, attested: changes.length };
  });
}

/** A month before all figures says nothing of them, and thousands of such would have to be read for each page. */
export function requireInFigures(
  registration: Registration,
  months: readonly Pick<Attestation, "month">[],
  field: string,
): void {
  const earliest = spanStart(windowStart(registration));
  const old = months.find(({ month }) => month < earliest);
  if (!old) return;
  const begins = `The figures of this scenario begin in ${monthLabel(earliest)} at the earliest`;
  throw new DomainError(
    "invalid",
    `${begins}, and ${monthLabel(old.month)} is before that. Attest later months.`,
    field,
  );
}

/** The entry and the row that attest a month; none where it is attested alike already. */
export function attestationChange(
  slug: string,
  attestation: Attestation,
  current: AttestationRow | undefined,
  revision: number,
): { draft: EntryDraft; row: AttestationRow }[] {
  const { month, note, inferred } = attestation;
  if (current?.status === "active" && current.note === note && current.inferred === inferred) return [];
  const version = (current?.version ?? 0) + 1;
  const op = version === 1 ? "record" : "correct";
  return [
    {
      draft: { kind: "attestation", subject: month, version, op, ...splitAttestation(attestation) },
      row: attestationRow(slug, attestation, "active", { version, revision }),
    },
  ];
}

export function attestationStatements(d1: D1Database, rows: AttestationRow[]): D1PreparedStatement[] {
  return insertRows(d1, attestations, rows, UPSERT);
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
      project: (place) => attestationStatements(db.d1, [attestationRow(slug, attestation, "retracted", place)]),
    };
  });
}
