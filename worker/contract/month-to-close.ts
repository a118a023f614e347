/** Which month the page that closes a month is about: the worker and the page read the address alike. */
import { isOver, lastMonthOver } from "../core/months";
import type { Month } from "../core/types";
import { isRealMonth } from "./dates";

/**
 * The month asked for if it is over, else the last one that is.
 *
 * @example monthToClose("2012-10", "2012-12-31") // "2012-10"; monthToClose("2013-01", "2013-01-15") // "2012-12"
 */
export function monthToClose(asked: string | undefined, today: string): Month {
  return asked !== undefined && isRealMonth(asked) && isOver(asked, today) ? asked : lastMonthOver(today);
}
