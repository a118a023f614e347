import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttestationFile } from "../../../../worker/contract/attestation-file";
import { attestationCall } from "../../../../web/week/attest";

describe("saying that somebody looked", () => {
  it("at one month is a JSON body", () => {
    expect(attestationCall(["2012-08"], "Dawn")).toEqual({ body: { month: "2012-08", note: "Dawn" } });
  });

  it("at several is one file that reads back to the same months and words, whatever they are", () => {
    const months = ["2012-08", "2012-09"];
    const read = (note: string) => {
      const { body } = attestationCall(months, note);
      return readAttestationFile(new TextEncoder().encode(String(body)));
    };
    for (const note of ['=1+1, "quoted"', "-dash", "two\nlines", "'=1", "\u0631\u0648\u0633, TASS"]) {
      expect(read(note)).toEqual({
        attestations: months.map((month) => ({ month, note, inferred: false })),
        messages: [],
      });
    }
    const typed = fc.string({ unit: fc.constantFrom('"', ",", "'", "=", "-", "a", "\u0631", " ", "\n"), minLength: 1 });
    fc.assert(
      fc.property(typed, (text) => {
        const note = `${text}.`;
        expect(read(note).attestations.map((one) => one.note)).toEqual([note, note]);
      }),
    );
  });
});
