import { expect, test } from "vitest";
import { errorWords } from "../../../worker/core/error-words";

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}

test("an error is told by its name, its words and the calls that led to it, the innermost first", () => {
  const told = errorWords(new TypeError("The head of revision 7 is missing"));
  expect(told).toMatchObject({ name: "TypeError", error: "The head of revision 7 is missing" });
  expect(told.stack[0]).toMatch(/^at .*error-words\.test\.ts:\d+:\d+/);
  expect(told.stack.length).toBeLessThanOrEqual(12);
});

test("what somebody typed is in no part of it: not what could not be read, no parameter, no line that looks like a call", () => {
  const query = new Error('Failed query: insert into "people" values (?)\nparams: CANARY,canary@example.org');
  const errors = [
    thrownBy(() => JSON.parse("CANARY")),
    thrownBy(() => JSON.parse('{"title": "CANARY" CANARY}')),
    thrownBy(() => JSON.parse('["CANARY\\n    at CANARY (CANARY)", CANARY]')),
    query,
    Object.assign(new Error("Failed query: x\nparams: CANARY\n    at CANARY"), { cause: new Error("D1_ERROR: busy") }),
    new Error('The event "CANARY\n    at CANARY" is missing'),
    "CANARY",
    { CANARY: "CANARY" },
    null,
  ];
  for (const error of errors) {
    const told = JSON.stringify(errorWords(error));
    expect([told, /canary/i.test(told)]).toEqual([told, false]);
  }
  expect(errors[0]).toBeInstanceOf(SyntaxError);
});

test("the database's own words are told, not the query around them", () => {
  const error = new Error("Failed query: select 1", { cause: new Error("D1_ERROR: no such table: months") });
  expect(errorWords(error).error).toBe("D1_ERROR: no such table: months");
});

test("whatever is thrown, something is told of it", () => {
  expect(errorWords(undefined)).toEqual({ error: "Something that is no error was thrown", name: "", stack: [] });
  const bare = new Error("Without calls");
  delete bare.stack;
  expect(errorWords(bare)).toEqual({ error: "Without calls", name: "Error", stack: [] });
});
