import { splitProposition } from "../core/ledger-statements";
import type { Proposition } from "../core/types";
import { insertRows } from "../store/bulk";
import { propositionIds } from "../store/claims";
import { propositions } from "../store/schema";
import { propositionRow } from "../store/statement-rows";
import { commitStatement } from "./commit-statement";
import type { ActionContext } from "./context";

export type NewProposition = Pick<Proposition, "question" | "criteria" | "type" | "deadline" | "referenceClass">;

/** Adds a claim of the analysts' own: marked as added, and scored for forecasts from its own day on, never the article's. */
export async function addProposition(
  context: ActionContext,
  slug: string,
  input: NewProposition,
  today: string,
  reason: string,
): Promise<{ id: string; revision: number }> {
  let id = "";
  const { revision } = await commitStatement(context, slug, reason, async () => {
    const ids = await propositionIds(context.db, slug);
    id = freeId(ids);
    const proposition: Proposition = {
      ...input,
      id,
      kind: "forecast",
      basis: "added",
      addedOn: today,
      indicators: [],
      locator: "",
      articleProbability: null,
      articleCue: "",
      imputed: false,
    };
    return {
      draft: { kind: "proposition", subject: id, op: "record", ...splitProposition(proposition) },
      versions: 0,
      project: (place) =>
        insertRows(context.db.d1, propositions, [propositionRow(slug, ids.length, proposition, place)]),
    };
  });
  return { id, revision };
}

/** A01, A02 ...: apart from the letters that files use by custom. */
function freeId(ids: string[]): string {
  const taken = new Set(ids);
  for (let number = 1; ; number += 1) {
    const id = `A${String(number).padStart(2, "0")}`;
    if (!taken.has(id)) return id;
  }
}
