import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ApiEvent } from "../../../../worker/contract/api-types";
import type { LoggedEvent } from "../../../../worker/core/types";
import { isSame, loadLog, logOf, MOST_EVENTS, TOO_MANY } from "../../../../web/explore/load";
import { assembleView } from "../../../../worker/core/view";
import { viewInputFromEvents } from "../../../../worker/core/view-from-events";
import { readPack } from "../../core/read-pack";

const pack = readPack(join(import.meta.dirname, "../../../../scenarios/pakistan-russia-2012"));
const view = assembleView(
  viewInputFromEvents({ ...pack, asOf: "2016-08-15", asOfReason: "asked", said: { since: null, months: [] } }),
);

function asAnswered(event: LoggedEvent): ApiEvent {
  const { score10: _override, amountCents: _cents, effective10, weight100, ordinal: _ordinal, ...content } = event;
  return {
    ...content,
    id: event.ref,
    status: "active",
    score: effective10 / 10,
    weight: weight100 / 100,
    points: 0,
    amountUsd: null,
    recordedAt: 0,
    by: "somebody",
  };
}
const events = pack.events.map(asAnswered);

describe("the log worked out again in the browser", () => {
  it("gives the registered verdicts of the view, on a day in the middle of a month too", () => {
    const log = logOf(view, pack.registration, events);
    expect(log.events.every(({ effective10 }) => Number.isInteger(effective10))).toBe(true);
    expect(isSame(log, view)).toBe(true);
  });

  it("gives them on a last day that is still running, whose month the view does not count", () => {
    const day = "2016-08-31";
    const input = { ...pack, asOf: day, today: day, asOfReason: "asked" as const };
    const running = assembleView(viewInputFromEvents(input));
    expect(running.verdicts.at(-1)?.windowTo).toBe("2016-07");
    expect(isSame(logOf(running, pack.registration, events), running)).toBe(true);
  });

  it("counts attestations of months with events, which stay quiet months when those are left out", () => {
    const [attested] = view.months.filter((month) => month.attested !== null);
    expect(logOf(view, pack.registration, []).attestations.map(({ month }) => month)).toContain(attested?.month);
  });

  it("is not trusted where an event is missing", () => {
    const visits = events.filter(({ indicator }) => indicator !== "visit");
    expect(isSame(logOf(view, pack.registration, visits), view)).toBe(false);
  });

  it("takes no retracted event", () => {
    const retracted = events.map((event) => ({ ...event, status: "retracted" as const }));
    expect(logOf(view, pack.registration, retracted).events).toEqual([]);
  });

  it("is refused above the number that a browser can take, before anything is loaded", async () => {
    expect(await loadLog({ ...view, eventsCounted: MOST_EVENTS + 1 })).toEqual({ refused: TOO_MANY });
  });
});
