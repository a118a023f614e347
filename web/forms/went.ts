/** Who travelled to whom: pairs of the actors that an indicator's events name most. No country is built in. */

/** Visitor first, host second. */
export type Pair = readonly [visitor: string, host: string];

/** How many actors are worth offering: two give two pairs, three already six. */
const ACTORS = 2;

/**
 * The pairs to offer, from the actors of events already logged; none while fewer than two actors are known.
 *
 * @example pairsOf([["PAK", "RUS"], ["RUS", "PAK", "AFG"]]) // PAK to RUS, RUS to PAK
 */
export function pairsOf(logged: readonly (readonly string[])[]): Pair[] {
  const counts = new Map<string, number>();
  for (const actor of logged.flat()) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const most = [...counts].toSorted(([, a], [, b]) => b - a).map(([actor]) => actor);
  const [first, second] = most.slice(0, ACTORS);
  if (first === undefined || second === undefined) return [];
  return [
    [first, second],
    [second, first],
  ];
}

/** "RUS to PAK" */
export function pairInWords([visitor, host]: Pair): string {
  return `${visitor} to ${host}`;
}
