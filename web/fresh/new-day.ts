/** Notices that another UTC day has begun while a page was open, be it in sight over midnight or asleep for a week. */
import { utcToday } from "../lib/clock";

const EVERY_MS = 60_000;

/** A hidden page waits until it is seen again. */
export function onNewDay(run: () => void): void {
  let known = utcToday();
  const look = (): void => {
    const day = utcToday();
    if (document.hidden || day === known) return;
    known = day;
    run();
  };
  setInterval(look, EVERY_MS);
  for (const event of ["focus", "pageshow"]) addEventListener(event, look);
  document.addEventListener("visibilitychange", look);
}
