/** A moment at which dates go wrong if they can, with what a calendar on the wall says then. */
export interface HardDay {
  name: string;
  at: string;
  /** The UTC day. */
  today: string;
  /** The last month that is over. */
  over: string;
  /** The latest day that has begun anywhere on earth. */
  latest: string;
}

export const HARD_DAYS: HardDay[] = [
  day("noon on the last day of a month", "2026-11-30T12:00:00Z", "2026-11-30", "2026-10", "2026-12-01"),
  day("the last half minute of a year", "2026-12-31T23:59:30Z", "2026-12-31", "2026-11", "2027-01-01"),
  day("the first half minute of a year", "2027-01-01T00:00:30Z", "2027-01-01", "2026-12", "2027-01-01"),
  day("the evening of 28 February", "2027-02-28T22:00:00Z", "2027-02-28", "2027-01", "2027-03-01"),
  day("the first half minute of a month", "2027-05-01T00:00:30Z", "2027-05-01", "2027-04", "2027-05-01"),
  day("29 February", "2028-02-29T12:00:00Z", "2028-02-29", "2028-01", "2028-03-01"),
];

function day(name: string, at: string, today: string, over: string, latest: string): HardDay {
  return { name, at, today, over, latest };
}
