import { DomainError } from "../core/errors";
import { registrationEntries, type FiledProposition } from "../core/ledger-statements";
import type { Registration } from "../core/types";
import { insertRows } from "../store/bulk";
import { writeCommit } from "../store/commit";
import { databaseMessage } from "../store/database";
import { evidence, propositions, reviewCounts, scenarios } from "../store/schema";
import { GENESIS } from "../store/seal";
import { evidenceRow, propositionRow, withOutcome } from "../store/statement-rows";
import type { ActionContext } from "./context";

/** Registers a scenario: its rules and claims become the first commit of its ledger and are frozen. */
export async function registerScenario(
  context: ActionContext,
  registration: Registration,
  claims: FiledProposition[],
): Promise<{ revision: number }> {
  const { db, who, now: at } = context;
  const { slug, version } = registration;
  const place = { version: 1, revision: 1 };
  const scenarioRow = {
    slug,
    version,
    headRevision: GENESIS.revision,
    headHash: GENESIS.hash,
    refPrefix: null,
    nextRef: 1,
    createdAt: at,
    registration: JSON.stringify(registration),
  };
  const propositionRows = claims.map(({ proposition, outcome }, position) => {
    const row = propositionRow(slug, position, proposition, place);
    return outcome ? withOutcome(row, outcome, 1) : row;
  });
  const evidenceRows = claims.flatMap(({ proposition, evidence: items }) =>
    items.map((item) => evidenceRow(slug, proposition.id, item, place)),
  );
  const projections = [
    ...insertRows(db.d1, scenarios, [scenarioRow]),
    ...insertRows(db.d1, propositions, propositionRows),
    ...insertRows(db.d1, evidence, evidenceRows),
    ...insertRows(db.d1, reviewCounts, [{ scenario: slug, agreed: 0, disputed: 0 }]),
  ];
  const author = { who, at, reason: "Registered" };
  try {
    const drafts = registrationEntries(registration, claims);
    const { revision } = await writeCommit(db, slug, GENESIS, author, drafts, projections);
    return { revision };
  } catch (error) {
    if (!/revision taken|scenarios\.slug/.test(databaseMessage(error))) throw error;
    throw new DomainError(
      "conflict",
      `A scenario "${slug}" is registered already, and a registration cannot be edited. Choose another slug.`,
      "slug",
    );
  }
}
