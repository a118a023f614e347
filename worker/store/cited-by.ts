import type { Database } from "./database";

export interface CitingClaim {
  proposition: string;
  question: string;
  likelihoodRatio: string;
  rivalExplanation: string;
}

/**
 * The claims that an event is evidence for or against, in the order of the scenario. The index is named and the tables
 * are crossed, or every rating and every claim of the scenario would be read.
 */
export async function claimsCiting(db: Database, scenario: string, event: string): Promise<CitingClaim[]> {
  const statement = db.d1
    .prepare(
      `SELECT p.id AS proposition, json_extract(p.content, '$.question') AS question,
         e.likelihood_ratio AS likelihoodRatio, e.rival_explanation AS rivalExplanation
       FROM evidence AS e INDEXED BY evidence_event CROSS JOIN propositions AS p
       WHERE e.scenario = ?1 AND e.event = ?2 AND e.status = 'active' AND p.scenario = ?1 AND p.id = e.proposition
       ORDER BY p.position`,
    )
    .bind(scenario, event);
  const [result] = await db.d1.batch<CitingClaim>([statement]);
  return result?.results ?? [];
}
