import { expect } from "vitest";

/** Fails unless |got - want| <= tolerance x max(1, |want|), as the expected results define it. */
export function expectClose(got: number | undefined, want: number, what: string, tolerance = 1e-9): void {
  const off = Math.abs((got ?? Number.NaN) - want);
  expect(off <= tolerance * Math.max(1, Math.abs(want)), `${what}: got ${got}, want ${want}`).toBe(true);
}
