import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import type { ApiAttestation } from "../contract/api-types";
import type { AppEnv } from "../http/context";
import { commitsAt } from "../store/history";
import { analystNames } from "../store/people";
import { loadAttestations } from "../store/statements";

/** Who looked at which month, when and where: one row a month at most, by month. */
export const attestationReads = new Hono<AppEnv>().get("/:slug/attestations", async (c) => {
  const { db } = c.var;
  const { registration } = await requireScenario(db, c.req.param("slug"));
  const rows = [...(await loadAttestations(db, registration.slug)).values()].filter(
    ({ status }) => status === "active",
  );
  const [commits, names] = await Promise.all([
    commitsAt(db, registration.slug, [...new Set(rows.map(({ revision }) => revision))]),
    analystNames(db),
  ]);
  const attestations = rows
    .map(({ month, note, inferred, version, revision }): ApiAttestation => {
      const commit = commits.get(revision);
      if (!commit) throw new Error(`Revision ${revision} is missing`);
      const { who, at } = commit;
      return { month, note, inferred, version, by: names.get(who) ?? who, recordedAt: at, revision };
    })
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
  return c.json({ attestations });
});
