import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayOfNumber } from "../../../worker/core/days";
import {
  dayAt,
  endLabel,
  endOfDay,
  lastDayBefore,
  momentLabel,
  type OffsetAt,
  UTC,
  utcDayLabel,
  zoneLabel,
} from "../../../worker/core/moments";

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();

/** The offset of a named zone, by the platform's own table of zones. */
function zoneOf(name: string): OffsetAt {
  const format = new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
  return (instant) => {
    const offset = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours = "0", minutes = "0"] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(offset) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

const angeles = zoneOf("America/Los_Angeles");

describe("the end of a day", () => {
  it.each([
    ["by UTC", "UTC", "2026-11-30", "2026-12-01T00:00:00.000Z"],
    ["in Los Angeles", "America/Los_Angeles", "2026-11-30", "2026-12-01T08:00:00.000Z"],
    ["in Karachi", "Asia/Karachi", "2026-11-30", "2026-11-30T19:00:00.000Z"],
    ["in Kathmandu, at a quarter past", "Asia/Kathmandu", "2026-11-30", "2026-11-30T18:15:00.000Z"],
    ["where a year ends first", "Pacific/Kiritimati", "2026-12-31", "2026-12-31T10:00:00.000Z"],
    ["on 29 February", "America/Los_Angeles", "2028-02-29", "2028-03-01T08:00:00.000Z"],
    ["on a day of 23 hours", "America/Los_Angeles", "2024-03-10", "2024-03-11T07:00:00.000Z"],
    ["on a day of 25 hours", "America/Los_Angeles", "2024-11-03", "2024-11-04T08:00:00.000Z"],
    // Clocks go from 24:00 to 01:00 as the day ends: there is no midnight.
    ["where midnight is skipped", "Africa/Cairo", "2024-04-25", "2024-04-25T22:00:00.000Z"],
    ["where midnight is skipped, in the west", "America/Santiago", "2024-09-07", "2024-09-08T04:00:00.000Z"],
    // Clocks go from 24:00 back to 23:00: the day's last hour is there twice.
    ["where the last hour comes twice", "Africa/Cairo", "2024-10-31", "2024-10-31T22:00:00.000Z"],
    // Clocks go from 01:00 back to 00:00: midnight is there twice, and the first one counts.
    ["where midnight comes twice", "America/Havana", "2024-11-02", "2024-11-03T04:00:00.000Z"],
  ])("%s", (_title, zone, day, end) => {
    expect(iso(endOfDay(day, zoneOf(zone)))).toBe(end);
  });

  it("is the first instant that is no longer of the day, in every zone", () => {
    const zones = Intl.supportedValuesOf("timeZone").map(zoneOf);
    // Samoa left a whole day out in 2011: it has no end.
    const day = fc.integer({ min: dayNumber("2012-01-01"), max: dayNumber("2025-12-31") }).map(dayOfNumber);
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, (zone, chosen) => {
        const end = endOfDay(chosen, zone);
        expect(lastDayBefore(end, zone)).toBe(chosen);
        expect(dayAt(end, zone)).toBe(dayOfNumber(dayNumber(chosen) + 1));
        expect(endLabel(end, zone)).toMatch(/^the end of /);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("an offset is named", () => {
  it.each([
    [0, "UTC"],
    [-0, "UTC"],
    [-480, "UTC-8"],
    [300, "UTC+5"],
    [330, "UTC+5:30"],
    [-210, "UTC-3:30"],
    [845, "UTC+14:05"],
  ])("%i minutes: %s", (minutes, name) => {
    expect(zoneLabel(minutes)).toBe(name);
  });
});

describe("a moment in words", () => {
  it("has the minute and the zone, by UTC where no other is given", () => {
    expect(momentLabel(at("2026-11-25T09:05:59Z"))).toBe("25 November 2026, 09:05 UTC");
    expect(momentLabel(at("2026-12-01T07:59:00Z"), angeles)).toBe("30 November 2026, 23:59 UTC-8");
    expect(momentLabel(at("2028-02-29T23:59:59Z"), zoneOf("Asia/Kolkata"))).toBe("1 March 2028, 05:29 UTC+5:30");
  });

  it("may be a day alone, which says that it is one of UTC", () => {
    expect(utcDayLabel(at("2026-11-24T23:59:00Z"))).toBe("24 November 2026 (UTC)");
  });
});

describe("an end in words", () => {
  it("is the end of a day at midnight of its reader, and elsewhere an hour", () => {
    const end = at("2026-12-01T08:00:00Z");
    expect(endLabel(end, angeles)).toBe("the end of 30 November 2026 (UTC-8)");
    expect(endLabel(end)).toBe("1 December 2026, 08:00 UTC");
    expect(endLabel(end, zoneOf("Asia/Karachi"))).toBe("1 December 2026, 13:00 UTC+5");
    expect(endLabel(at("2026-12-01T00:00:00Z"), UTC)).toBe("the end of 30 November 2026 (UTC)");
  });

  it("names the offset that the day ended with where clocks change as it ends", () => {
    expect(endLabel(at("2024-04-25T22:00:00Z"), zoneOf("Africa/Cairo"))).toBe("the end of 25 April 2024 (UTC+2)");
  });

  it("calls the last millisecond of a day its end, as links of before were stored", () => {
    expect(endLabel(at("2026-12-25T23:59:59.999Z"))).toBe("the end of 25 December 2026 (UTC)");
    expect(endLabel(at("2026-12-25T23:59:59.000Z"))).toBe("25 December 2026, 23:59 UTC");
  });
});
