/** Promised amounts that nothing came of: what the picture of dated amounts marks. */
import { addMonths, firstDayOf, monthOf } from "./months";
import type { CodebookEntry, LoggedEvent } from "./types";

/** Promised by word or by hand, and not yet delivered: values of the facet `step`. */
const PROMISES = ["offered", "agreed in principle", "agreed"];

/** After so many months without a later amount a promise counts as unmoved. */
export const UNMOVED_MONTHS = 24;

type Amount = Pick<LoggedEvent, "ref" | "date" | "code" | "project" | "follows">;

function continues(later: Amount, promise: Amount): boolean {
  if (later.follows === promise.ref) return true;
  const sameProject = promise.project !== "" && later.project === promise.project;
  return sameProject && firstDayOf(later.date) > firstDayOf(promise.date);
}

/**
 * References of the promises that stood still: 24 months or more have passed and no later amount follows them or names
 * the same project. Judged by dated amounts alone, which is what the picture shows.
 *
 * @example offered in February 2012, nothing since, as of 2014-02-28 // in the set; as of 2014-01-31 not yet
 */
export function unmovedPromises(
  amounts: readonly Amount[],
  codebook: readonly CodebookEntry[],
  asOf: string,
): Set<string> {
  const steps = new Map(codebook.map(({ key, facets }) => [key, facets?.["step"] ?? ""]));
  const still = amounts.filter(
    (amount) =>
      PROMISES.includes(steps.get(amount.code ?? "") ?? "") &&
      addMonths(monthOf(amount.date), UNMOVED_MONTHS) <= monthOf(asOf) &&
      !amounts.some((later) => continues(later, amount)),
  );
  return new Set(still.map(({ ref }) => ref));
}
