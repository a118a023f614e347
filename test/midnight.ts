const DAY_MS = 86_400_000;

/** How far ahead a clock is that is set back so that at least `ms` of the day are left; `ahead` where they are. */
export function aheadOfMidnight(ahead: number, ms: number): number {
  const untilMidnight = DAY_MS - ((Date.now() + ahead) % DAY_MS);
  return untilMidnight < ms ? ahead + untilMidnight - ms : ahead;
}
