import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readAttestationFile } from "../../../worker/contract/attestation-file";
import { fixture, shipped } from "./helpers";

function read(text: string) {
  return readAttestationFile(new TextEncoder().encode(text));
}

test("the shipped file attests 25 months, all but January 2012 inferred", () => {
  const { attestations, messages } = readAttestationFile(readFileSync(shipped("attestations.csv")));
  expect(messages).toEqual([]);
  expect(attestations).toHaveLength(25);
  expect(attestations.filter((one) => !one.inferred).map((one) => one.month)).toEqual(["2012-01"]);
});

test("a header alone attests nothing", () => {
  const bytes = readFileSync(fixture("small/clearly-holding/attestations.csv"));
  expect(readAttestationFile(bytes)).toEqual({ attestations: [], messages: [] });
});

test("a column inferred stands above the wording of the note", () => {
  expect(
    read("month,note,inferred\n2013-01,Inferred from the year.,false\n2013-02,Searched.,true").attestations,
  ).toEqual([
    { month: "2013-01", note: "Inferred from the year.", inferred: false },
    { month: "2013-02", note: "Searched.", inferred: true },
  ]);
});

test("one fault rejects the file and says where it is", () => {
  const file = read("month,note\n2013-01,Searched.\n2013-13,Searched.\n2013-01,Again.\n2013-03\n2013-04,a\u0000b");
  expect(file.attestations).toEqual([]);
  expect(file.messages.map(({ line, kind, column }) => `${line} ${kind} ${column}`)).toEqual([
    "3 bad-date month",
    "4 conflict month",
    "5 cell-count note",
    "6 control-character note",
  ]);
  expect(read("when,what\n").messages.map(({ kind, column }) => `${kind} ${column}`)).toEqual([
    "missing-column month",
    "missing-column note",
  ]);
});
