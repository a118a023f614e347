import { expect, it } from "vitest";
import { lagSentence, recordingLag } from "../../../worker/core/recording-lag";

const recorded = (date: string, on: string, version = 1) => ({
  date,
  version,
  recordedAt: Date.parse(`${on}T12:00:00Z`),
});

it("is the median of the days from happening to recording", () => {
  const events = [
    recorded("2012-10-03", "2012-10-04"),
    recorded("2012-10-01", "2012-10-08"),
    recorded("2012-10-02", "2012-10-05"),
  ];
  // 1, 7 and 3 days
  expect(recordingLag(events)).toEqual({ medianDays: 3, events: 3 });
});

it("a date known to the month counts from its first day, and a corrected event not at all", () => {
  const events = [recorded("2012-10", "2012-10-11"), recorded("2012-10-01", "2013-10-01", 2)];
  expect(recordingLag(events)).toEqual({ medianDays: 10, events: 1 });
});

it("is not known where no time of recording is", () => {
  expect(recordingLag([{ date: "2012-10-03", version: 1 }])).toBeNull();
  expect(lagSentence({ recordingLag: null, mode: "registered" })).toBeNull();
});

it("says which months are still filling, and of a back-test that its log was made afterwards", () => {
  const lag = { medianDays: 4, events: 20 };
  expect(lagSentence({ recordingLag: lag, mode: "registered" })).toBe(
    "Half of the newest 20 events were recorded within 4 days; months younger than that are still filling.",
  );
  expect(lagSentence({ recordingLag: lag, mode: "back-test" })).toBe(
    "Half of the newest 20 events were recorded 4 days or more after they happened, for the log was made afterwards.",
  );
});
