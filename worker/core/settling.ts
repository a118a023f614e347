/** Verdicts that are being recalculated, a block of month-ends at a time, and what stands until that is done. */
import type { HorizonVerdict, VerdictWord } from "./verdict-types";

export interface Progress {
  /** The revision from which on month-ends are being recalculated. */
  since: number;
  /** Month-ends that are done, and how many there are. */
  settled: number;
  months: number;
}

export interface Settling extends Progress {
  /** Whose verdicts stand meanwhile; 0 where the revision was not noted, null where no verdict was settled before. */
  revision: number | null;
}

/**
 * How far a recalculation is.
 *
 * @example progressLabel({ since: 57, settled: 12, months: 162 }) // "being recalculated since revision 57 (12 of 162 months)"
 */
export function progressLabel({ since, settled, months }: Progress): string {
  return `being recalculated since revision ${since} (${settled} of ${months} months)`;
}

/**
 * The records that a verdict follows from, where those are not the newest.
 *
 * @example revisionLabel(56) // "revision 56"; revisionLabel(0) // "an earlier revision"
 */
export function revisionLabel(revision: number): string {
  return revision === 0 ? "an earlier revision" : `revision ${revision}`;
}

/**
 * Said of a verdict that stands until its month-end is recalculated; "" of any other. Where a month has ended the records are
 * the same.
 *
 * @example "The verdict of revision 56 stands, being recalculated since revision 57 (12 of 162 months)."
 */
export function standsSentence(ofRevision: number | undefined, settling: Progress | undefined): string {
  if (ofRevision === undefined || !settling) return "";
  const { since, settled, months } = settling;
  if (ofRevision === since) {
    return `The verdict of ${revisionLabel(ofRevision)} stands while month-ends are worked out (${settled} of ${months} months).`;
  }
  return `The verdict of ${revisionLabel(ofRevision)} stands, ${progressLabel(settling)}.`;
}

/**
 * Said where no verdict was settled before.
 *
 * @example "The verdict is being worked out for the first time (12 of 162 months)."
 */
export function firstTimeSentence({ settled, months }: Progress): string {
  return `The verdict is being worked out for the first time (${settled} of ${months} months).`;
}

interface Headline {
  headlineVerdict: VerdictWord | null;
  headlineHorizon: string;
  verdicts: readonly Pick<HorizonVerdict, "key" | "ofRevision">[];
}

/**
 * The word shown for the headline if it is of the view's own revision; null also while an earlier one stands.
 *
 * @example currentWord({ headlineVerdict: "stalled", headlineHorizon: "to-date", verdicts: [{ key: "to-date", ofRevision: 56 }] }) // null
 */
export function currentWord({ headlineVerdict, headlineHorizon, verdicts }: Headline): VerdictWord | null {
  const stands = verdicts.find(({ key }) => key === headlineHorizon)?.ofRevision !== undefined;
  return stands ? null : headlineVerdict;
}
