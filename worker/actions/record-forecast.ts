import { DomainError } from "../core/errors";
import { forecastSubject } from "../core/ledger-statements";
import { insertRows } from "../store/bulk";
import { countForecasts } from "../store/claims";
import { forecasts } from "../store/schema";
import { timeAfter } from "../store/seal";
import { commitStatement } from "./commit-statement";
import type { ActionContext } from "./context";
import { isSettled, requireProposition } from "./resolve-proposition";

/** Records an analyst's probability as of now, by the server's clock. A settled claim takes none: it would be hindsight. */
export function recordForecast(
  context: ActionContext,
  slug: string,
  proposition: string,
  probability: number,
): Promise<{ revision: number }> {
  const { db, who: analyst, now } = context;
  return commitStatement(context, slug, "", async ({ head }) => {
    const recordedAt = timeAfter(head, now);
    const row = await requireProposition(db, slug, proposition);
    if (isSettled(row)) {
      throw new DomainError("conflict", "This claim is settled; a forecast now would be hindsight.", "probability");
    }
    return {
      draft: {
        kind: "forecast",
        subject: forecastSubject(proposition, analyst),
        op: "record",
        facts: { proposition, analyst, probability },
        texts: {},
      },
      versions: await countForecasts(db, slug, proposition, analyst),
      project: ({ version, revision }) =>
        insertRows(db.d1, forecasts, [
          { scenario: slug, proposition, analyst, version, revision, recordedAt, probability },
        ]),
    };
  });
}
