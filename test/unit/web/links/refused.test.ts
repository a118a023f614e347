import { describe, expect, it } from "vitest";
import { ApiProblem } from "../../../../web/lib/api";
import { refusal } from "../../../../web/links/refused";

const DONE = "No link was made; what you typed is still here.";

describe("a refusal of the server", () => {
  it("stands under the field that it is about", () => {
    const error = new ApiProblem(400, "invalid", "Some fields.", [
      { field: "expiresAt", code: "invalid", message: "That moment has passed." },
      { field: "viewCap", code: "invalid", message: "Write a whole number." },
    ]);
    expect(refusal(error, DONE)).toEqual({
      by: { endsOn: "That moment has passed.", viewCap: "Write a whole number." },
      other: "",
    });
  });

  it.each([
    [429, "too-many", "Too many links in a short time."],
    [503, "not-configured", "SIGNING_KEY is not set."],
  ])("%i is said in its words, with what becomes of what was typed", (status, code, detail) => {
    expect(refusal(new ApiProblem(status, code, detail), DONE)).toEqual({ by: {}, other: `${detail} ${DONE}` });
  });

  it("about a field that the form does not have is said all the same", () => {
    const errors = [{ field: "fields", code: "invalid", message: "Name only what can go along." }];
    expect(refusal(new ApiProblem(400, "invalid", "Some fields.", errors), DONE).other).toMatch(/^Name only/);
  });

  it("of a link that was made before says where it is, not that there is none", () => {
    const error = new ApiProblem(409, "conflict", "This link was made already.", [], { made: "0123456789abcdef" });
    expect(refusal(error, DONE).other).toBe("This link was made already.");
  });

  it("without an answer says only what the problem says", () => {
    expect(refusal(new ApiProblem(0, "offline", "The server could not be reached."), DONE).other).toBe(
      "The server could not be reached.",
    );
  });
});
