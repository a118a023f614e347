import { expect, test } from "vitest";
import {
  CloseMonthInput,
  CommentInput,
  NewEventInput,
  NoteInput,
  ReviewInput,
} from "../../../worker/contract/discussion-requests";
import { parse } from "./parse";

test("a new event may have up to five further sources and three companions", () => {
  expect(parse(NewEventInput, { title: "Kept" })).toEqual({ title: "Kept", reason: "", reports: [], also: [] });
  const many = { reports: Array.from({ length: 5 }, () => ({})), also: [{}, {}, {}] };
  expect(parse(NewEventInput, many)).toMatchObject(many);
  expect(parse(NewEventInput, { reports: [...many.reports, {}], also: [...many.also, {}] })).toEqual([
    "reports",
    "also",
  ]);
  expect(parse(NewEventInput, { reports: "x", also: ["x"], clientId: "x" })).toEqual(["clientId", "reports", "also.0"]);
});

test("a review has a whole grade and a yes or no; a comment may be left out", () => {
  const review = { sourceReliability: "B", infoCredibility: 2, agrees: true };
  expect(parse(ReviewInput, review)).toEqual({ ...review, comment: "", seen: false });
  expect(parse(ReviewInput, {})).toEqual(["sourceReliability", "infoCredibility", "agrees"]);
  expect(parse(ReviewInput, { sourceReliability: "b", infoCredibility: "2", agrees: "yes", comment: 1 })).toEqual([
    "sourceReliability",
    "infoCredibility",
    "agrees",
    "comment",
  ]);
});

test("a comment has 1 to 5,000 characters in lines, a note 2,000", () => {
  expect(parse(CommentInput, { text: "a\r\nb" })).toEqual({ text: "a\nb" });
  expect(parse(CommentInput, { text: "x".repeat(5001) })).toEqual(["text"]);
  expect(parse(NoteInput, { month: "2012-10", text: "x".repeat(2000) })).toMatchObject({ month: "2012-10" });
  expect(parse(NoteInput, { month: "2012-10-01", text: "x".repeat(2001) })).toEqual(["month", "text"]);
  expect(parse(NoteInput, { month: "2012-10", text: " " })).toEqual(["text"]);
});

test("closing a month freezes it unless told not to", () => {
  expect(parse(CloseMonthInput, { month: "2012-10", text: "Quiet." })).toEqual({
    month: "2012-10",
    text: "Quiet.",
    looked: "",
    freeze: true,
    title: "",
  });
  expect(parse(CloseMonthInput, { month: "2012-10", text: "Quiet.", freeze: "no", title: "a\nb" })).toEqual([
    "freeze",
    "title",
  ]);
});
