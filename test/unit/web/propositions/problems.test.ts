import { describe, expect, it } from "vitest";
import { ApiProblem } from "../../../../web/lib/api";
import { problemsOf } from "../../../../web/propositions/ask-form";

describe("the problems of an answer", () => {
  const refused = (...errors: { field: string; code: string; message: string }[]) =>
    new ApiProblem(422, "invalid", "Please look at these.", errors);

  it("stand under their fields, also where the member lies deeper", () => {
    const error = refused(
      { field: "question", code: "required", message: "Write it." },
      { field: "referenceClass.k", code: "bad-type", message: "Too many." },
    );
    expect(problemsOf(error, ["question", "k"])).toEqual({
      by: { question: "Write it.", k: "Too many." },
      other: "",
    });
  });

  it("are told in general where no field of the form has them", () => {
    const error = refused({ field: "secret", code: "required", message: "Something else." });
    expect(problemsOf(error, ["question"])).toEqual({ by: {}, other: "Something else." });
    expect(problemsOf(new ApiProblem(0, "offline", "No connection."), ["question"]).other).toBe("No connection.");
  });
});
