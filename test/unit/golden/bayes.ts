/** Vectors of a proposition's probability. */
import { baseRate, probabilityOn } from "../../../worker/core/probability";
import { expectFields, type GoldenCase } from "./cases";

interface GoldenEvidence {
  id: string;
  date: string;
  lr: string;
  weight: number;
  cluster: string | null;
  version: number;
  status: "active" | "retracted";
  recordedAt: string | null;
}

export type BayesCase = GoldenCase<{
  type: "by" | "at";
  baseRate: { k: number; n: number };
  registered: string;
  deadline: string;
  asOf: string;
  recordedAsOf: string | null;
  evidence: GoldenEvidence[];
}>;

/** What the ledger shows at the recorded-as-of instant: the latest version of each item, unless retracted. */
function visible(evidence: GoldenEvidence[], recordedAsOf: string | null): GoldenEvidence[] {
  const current = new Map<string, GoldenEvidence>();
  for (const item of evidence.toSorted((a, b) => a.version - b.version)) {
    const known =
      recordedAsOf === null || item.recordedAt === null || Date.parse(item.recordedAt) <= Date.parse(recordedAsOf);
    if (known) current.set(item.id, item);
  }
  return [...current.values()].filter(({ status }) => status === "active");
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

export function checkBayes({ input, expected, tolerance }: BayesCase): void {
  const { type, registered, deadline, asOf, recordedAsOf, evidence } = input;
  const got = probabilityOn(
    { type, deadline, startsOn: registered, referenceClass: input.baseRate, outcomeOn: null },
    visible(evidence, recordedAsOf).map(({ id, date, lr, weight, cluster }) => {
      return { ref: id, date, likelihoodRatio: lr, weight100: weight * 100, cluster };
    }),
    asOf,
  );
  const { evidence: wanted, ...rest } = expected;
  expectFields({ ...got, baseRate: baseRate(input.baseRate), priorNow: got.prior }, rest, tolerance);
  if (!Array.isArray(wanted)) return;
  const items = got.evidence.map(({ ref, ...item }) => ({ ...item, id: ref }));
  expectFields(items.toSorted(byId), wanted.toSorted(byId), tolerance, "evidence");
}
