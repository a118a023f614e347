import { coveredMonths } from "../core/coverage";
import { DomainError } from "../core/errors";
import { monthLabel } from "../core/labels";
import type { Month } from "../core/types";
import { writeCommit } from "../store/commit";
import type { Database } from "../store/database";
import type { NoteRow } from "../store/discussion-rows";
import { findNote } from "../store/notes";
import { loadCells } from "../store/rollup";
import { timeAfter } from "../store/seal";
import type { AttestationRow } from "../store/statement-rows";
import { loadAttestations } from "../store/statements";
import { attestationChange, attestationStatements, requireInFigures } from "./attest-months";
import { requireScenario, type ActionContext } from "./context";
import { retryOnRace } from "./retry";
import { noteRemark } from "./write-note";

interface CloseMonth {
  month: Month;
  /** Where somebody looked; "" if the month is covered already. */
  looked: string;
  /** The analysts' note. */
  text: string;
}

/**
 * Closes a month: what was looked at and the note, in one commit. Closing again writes a new version of the note; where
 * the same person sends the same words again, nothing.
 */
export function closeMonth(context: ActionContext, slug: string, input: CloseMonth): Promise<NoteRow> {
  const { db, who, now } = context;
  const { month, looked, text } = input;
  return retryOnRace(async () => {
    const scenario = await requireScenario(db, slug);
    const at = timeAfter(scenario.head, now);
    const attested = (await loadAttestations(db, slug)).get(month);
    if (looked === "") await requireCovered(db, slug, month, attested);
    else requireInFigures(scenario.registration, [{ month }], "month");
    const revision = scenario.head.revision + 1;
    const attestation = { month, note: looked, inferred: looked.startsWith("Inferred") };
    const looking = looked === "" ? [] : attestationChange(slug, attestation, attested, revision);
    const current = await findNote(db, slug, month);
    const stands = current?.status === "active" && current.closes && current.text === text && current.who === who;
    if (stands && looking.length === 0) return current;
    const { draft, versions, rowOf, project } = noteRemark(
      db,
      { month, text, closes: true },
      current,
      current ? "correct" : "record",
    );
    const version = versions + 1;
    const row = rowOf({ scenario: slug, version, revision, status: "active", who, recordedAt: at });
    const drafts = [...looking.map((change) => change.draft), { ...draft, version }];
    const looks = looking.map((change) => change.row);
    const projections = [...attestationStatements(db.d1, looks), ...project(row)];
    await writeCommit(db, slug, scenario.head, { who, at, reason: "" }, drafts, projections);
    return row;
  });
}

async function requireCovered(
  db: Database,
  slug: string,
  month: Month,
  attested: AttestationRow | undefined,
): Promise<void> {
  const looked = attested?.status === "active" ? [{ month }] : [];
  if (coveredMonths(await loadCells(db, slug), looked, month).has(month)) return;
  const detail = `Nobody has looked at ${monthLabel(month)} yet, and it has no events.`;
  throw new DomainError("invalid", `${detail} Say where you looked before you close it.`, "looked");
}
