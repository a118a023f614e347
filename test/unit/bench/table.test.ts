import { expect, test } from "vitest";
import { formatTable } from "../../../bench/table.mjs";

test("each measure stands with the floor's and how many times that it is; what is not known is a dash, and a star marks the slowest of a few", () => {
  const result = {
    product: { p50: 3, p99: 8, few: true, cpu: NaN, rate: 50 },
    floor: { p50: 2, p99: 4, few: true, cpu: 1, rate: 100 },
    bytes: 1500,
    rows: { read: 4, written: 0 },
  };
  const [head, name, line, ...more] = formatTable([
    { name: "view", flat: true, sizes: [{ size: 1000, result }] },
  ]).split("\n");
  expect(more).toEqual([]);
  expect(name).toBe("view");
  expect(line?.trim().split(/ +/)).toEqual([
    "1000",
    "3.00",
    "2.00",
    "1.5x",
    "8.00*",
    "4.00*",
    "2.0x",
    "-",
    "1.00",
    "-",
    "50",
    "100",
    "2.0x",
    "1.5",
    "4",
    "0",
  ]);
  expect(head?.length).toBe(line?.length);
});
