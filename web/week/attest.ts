/** "We looked at these months": one request, so that a range is one commit of the ledger. */
import { guardFormula } from "../../worker/contract/formula-guard";
import type { Month } from "../../worker/core/types";
import { api, type Call } from "../lib/api";
import { scenarioPath } from "../lib/header";

/** One month goes as JSON, several as the file `month,note` that the route takes. */
export function attestationCall(months: readonly Month[], note: string): Call {
  const [month] = months;
  if (months.length === 1) return { body: { month, note } };
  const cell = `"${guardFormula(note).replaceAll('"', '""')}"`;
  return { type: "text/csv", body: ["month,note", ...months.map((one) => `${one},${cell}`)].join("\n") };
}

export async function attest(slug: string, months: readonly Month[], note: string): Promise<void> {
  await api("POST", `${scenarioPath(slug)}/attestations`, attestationCall(months, note));
}
