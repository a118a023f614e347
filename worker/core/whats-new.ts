import { countLabel, dateLabel, pointsLabel } from "./labels";
import { verdictLabel } from "./verdict-labels";
import type { ScenarioView } from "./view-types";

type Known = Pick<
  ScenarioView,
  "revision" | "eventsCounted" | "index" | "headlineVerdict" | "asOf" | "coverage" | "propositions"
>;

/** "+1 event", "-2 events"; nothing where the count stayed. */
function change(before: number, after: number, one: string, many: string): string[] {
  if (before === after) return [];
  return [`${after > before ? "+" : "-"}${countLabel(Math.abs(after - before), one, many)}`];
}

function settled({ propositions }: Known): number {
  return propositions.filter(({ outcome }) => outcome !== null).length;
}

/**
 * What a newer view says that an open page does not show yet, in one line: events and months that came or went, claims
 * settled, the verdict if it changed, the index if its shown number did. Words where nothing that is shown moved.
 *
 * @example whatsNew(index 23.1 at revision 12, index 25.9 at revision 13) // "+1 event, index 23.1 to 25.9"
 */
export function whatsNew(before: Known, after: Known): string {
  const [was, is] = [pointsLabel(before.index), pointsLabel(after.index)];
  const word = after.headlineVerdict;
  const parts = [
    ...change(before.eventsCounted, after.eventsCounted, "event", "events"),
    ...change(before.coverage.covered, after.coverage.covered, "month looked at", "months looked at"),
    ...change(settled(before), settled(after), "claim settled", "claims settled"),
    ...(word === null || word === before.headlineVerdict ? [] : [`the verdict is now: ${verdictLabel(word)}`]),
    ...(was === is ? [] : [`index ${was} to ${is}`]),
    ...(before.asOf === after.asOf ? [] : [`now as of ${dateLabel(after.asOf)}`]),
  ];
  return parts.length > 0 ? parts.join(", ") : `revision ${after.revision}: no number shown here changed`;
}
