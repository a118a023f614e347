import { describe, expect, test } from "vitest";
import { fromBase64, readSecret, toBase64, toBase64Url } from "../../../worker/store/base64";

const BYTES = new Uint8Array([251, 255, 254, 0]);

test("bytes survive both forms", () => {
  expect(toBase64(BYTES)).toBe("+//+AA==");
  expect(toBase64Url(BYTES)).toBe("-__-AA");
  expect(fromBase64("+//+AA==")).toEqual(BYTES);
  expect(fromBase64("-__-AA")).toEqual(BYTES);
});

describe("a secret of the instance", () => {
  test.each(["", "=", "=\n", "\r\n"])("is read whatever it was piped in with: %j", (end) => {
    expect(readSecret("A".repeat(43) + end)).toEqual(new Uint8Array(32));
  });

  test.each([undefined, "", " ", "A".repeat(42), `${"A".repeat(42)}=`, "A".repeat(44), `${"A".repeat(43)}==`])(
    "is none where it is not 32 bytes: %j",
    (setting) => {
      expect(readSecret(setting)).toBeNull();
    },
  );
});
