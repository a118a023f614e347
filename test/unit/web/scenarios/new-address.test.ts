import { describe, expect, test } from "vitest";
import { newAddress } from "../../../../web/scenarios/new-address";

const file = (version: number) => ({ slug: "port", version });

describe("the address of a new scenario", () => {
  test("is its own where nobody has it", () => {
    expect(newAddress(file(1), [{ slug: "port-deal", version: 1 }])).toEqual({
      slug: "port",
      beside: null,
      problem: null,
    });
  });

  test("stands beside the older version", () => {
    const older = { slug: "port", version: 1 };
    expect(newAddress(file(3), [older])).toEqual({ slug: "port-v3", beside: older, problem: null });
  });

  test.each([
    [1, [{ slug: "port", version: 1 }], "Version 1 of port"],
    [1, [{ slug: "port", version: 2 }], "Version 2 of port"],
    [
      2,
      [
        { slug: "port", version: 1 },
        { slug: "port-v2", version: 2 },
      ],
      "Version 2 of port",
    ],
  ])("is taken where version %i or a higher one is registered", (version, registered, words) => {
    const { problem } = newAddress(file(version), registered);
    expect(problem).toMatchObject({ field: "version", message: expect.stringContaining(words) });
  });
});
