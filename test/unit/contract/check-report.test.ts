import { expect, test } from "vitest";
import { checkReport } from "../../../worker/contract/check-report";

const TODAY = "2012-10-31";
const whole = {
  sourceTitle: "  Lavrov arrives",
  sourceUrl: "https://dawn.com/1",
  sourcePublished: "2012-10-04",
  sourceReliability: "B",
  infoCredibility: 1,
  quote: "لاوروف پہنچ گئے",
};

test("a further source is kept as typed, in any script", () => {
  expect(checkReport({ ...whole, points: 9 }, TODAY)).toEqual({ content: whole, messages: [] });
});

test("a further source needs a title and both grades, and nothing else", () => {
  const { sourceTitle, sourceReliability, infoCredibility } = whole;
  expect(checkReport({ sourceTitle, sourceReliability, infoCredibility: "6" }, TODAY).content).toEqual({
    sourceTitle,
    sourceUrl: "",
    sourcePublished: null,
    sourceReliability,
    infoCredibility: 6,
    quote: "",
  });
  const { content, messages } = checkReport({ sourceTitle: " " }, TODAY);
  expect(content).toBeNull();
  expect(messages.map(({ field }) => field)).toEqual(["sourceTitle", "sourceReliability", "infoCredibility"]);
  expect(checkReport({ sourceTitle, sourceReliability, infoCredibility }, TODAY).content?.infoCredibility).toBe(1);
});

test.each([
  ["sourceUrl", "javascript:alert(1)"],
  ["sourcePublished", "2012-11-01"],
  ["sourcePublished", "3 October"],
  ["quote", "x".repeat(301)],
  ["quote", "two\nlines"],
  ["sourceTitle", 7],
  ["sourceReliability", "G"],
  ["infoCredibility", 7],
])("its %s cannot be %j", (field, value) => {
  const { content, messages } = checkReport({ ...whole, [field]: value }, TODAY);
  expect(content).toBeNull();
  expect(messages.map((message) => message.field)).toEqual([field]);
});
