const MINUTE = 60_000;
/** After the first try, the second, and so on: about 31 hours in all. */
const WAITS = [MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 24 * 60 * MINUTE];

/**
 * When a delivery is tried again after so many tries that failed, in epoch milliseconds; null: it has failed. The schedule
 * makes the tries, so one may come later than it is due.
 *
 * @example nextTryAt(1, 0) // 60000
 * @example nextTryAt(6, 0) // null
 */
export function nextTryAt(tries: number, now: number): number | null {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : now + wait;
}
