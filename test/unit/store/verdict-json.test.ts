import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthVerdicts } from "../../../worker/core/verdict";
import { verdictInputs, type VerdictInputs } from "../../../worker/core/verdict-inputs";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import { canonical, sha256 } from "../../../worker/store/hash";
import { inputHashes } from "../../../worker/store/verdict-hashes";
import { packVerdict, unpackVerdict } from "../../../worker/store/verdict-json";
import { aRegistration, aScenario, aStateIndicator, aStateRow } from "../../factories";
import { AS_OF, INDICATORS, randomEvents } from "../core/random-events";
import { readPack } from "../core/read-pack";

const registration = aRegistration({ registeredOn: "2011-01-15", indicators: [...INDICATORS, aStateIndicator()] });
const inputs = randomEvents(80).map((events): VerdictInputs => {
  const all = [...events, aStateRow({ date: "2010-03-20", ordinal: 901 })];
  return verdictInputs(viewInputFromEvents(aScenario({ registration, asOf: AS_OF, events: all })));
});

describe("a stored verdict", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(inputs, (some) => {
        for (const verdict of monthVerdicts(some)) {
          expect(unpackVerdict(packVerdict(verdict))).toEqual(JSON.parse(JSON.stringify(verdict)));
        }
      }),
      { numRuns: 10 },
    );
  });

  it("of the shipped scenario takes less than half of its JSON, at every month-end", () => {
    const pack = readPack("scenarios/pakistan-russia-2012");
    const log = { ...pack, asOf: "2025-12-31", asOfReason: "asked" as const };
    const verdicts = monthVerdicts(verdictInputs(viewInputFromEvents(log)));
    expect(verdicts).toHaveLength(163);
    for (const verdict of verdicts) {
      expect(packVerdict(verdict).length).toBeLessThan(JSON.stringify(verdict).length / 2);
    }
  });

  it("of before verdicts were packed is still read", () => {
    const verdicts = fc.sample(inputs, { numRuns: 1, seed: 1 }).flatMap((some) => monthVerdicts(some));
    expect(verdicts).toHaveLength(24);
    for (const verdict of verdicts) expect(unpackVerdict(JSON.stringify(verdict))).toEqual(verdict);
  });
});

it("the hash of a month-end's inputs is that of their canonical JSON, each with the hash before", async () => {
  await fc.assert(
    fc.asyncProperty(inputs, async ({ settings, months }) => {
      let hash = await sha256(canonical({ METHOD: 1, settings }));
      const hashes = await inputHashes({ settings, months });
      for (const month of months) {
        hash = await sha256(canonical([hash, month]));
        expect(hashes.get(month.month)).toBe(hash);
      }
    }),
    { numRuns: 10 },
  );
});
