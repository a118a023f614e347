import { expect, it } from "vitest";
import { DomainError } from "../../../worker/core/errors";

it("a refusal carries its code, the field at fault and what the caller needs to recover", () => {
  const error = new DomainError("stale-version", "Somebody corrected this event.", "version", { current: 3 });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    code: "stale-version",
    message: "Somebody corrected this event.",
    field: "version",
    details: { current: 3 },
  });
});
