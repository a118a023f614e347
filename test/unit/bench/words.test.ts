import { expect, test } from "vitest";
import { curves, promises } from "../../../bench/words.mjs";

const side = (rate: number | null, cpu = NaN, p50 = 1) => ({ p50, p99: 1, few: false, cpu, rate });
const sized = (size: number, rate: number | null, floor: number | null) => ({
  size,
  result: { product: side(rate), floor: side(floor), bytes: 1, rows: null },
});

test("each promised share of the floor's requests is held to, at every size; where none is promised nothing is said", () => {
  const cases = [
    {
      name: "link, page",
      flat: true,
      least: 0.5,
      sizes: [sized(1000, 50, 100), sized(5000, 49, 100), sized(9000, null, null)],
    },
    { name: "list", flat: true, sizes: [sized(1000, 1, 100)] },
  ];
  expect(promises(cases)).toEqual([
    "pass 1000 events: link, page serves 0.50 of the floor's requests a second (at least 0.5)",
    "FAIL 5000 events: link, page serves 0.49 of the floor's requests a second (at least 0.5)",
  ]);
});

/** A size at which Signpost reads `read` rows and takes `cpu` ms, or `p50` ms where the processor's time is not known. */
function costing(size: number, read: number, cpu: number, p50 = 1) {
  const rows = { read, written: 0 };
  return { size, result: { product: side(null, cpu, p50), floor: side(null, 1), bytes: 1, rows } };
}

const saidOf = (flat: boolean, sizes: ReturnType<typeof costing>[]) => curves([{ name: "view", flat, sizes }])[0];

test("a curve is flat when neither rows nor processor time grow from the second size on", () => {
  const flat = [costing(1e3, 10, 1), costing(1e5, 100, 2), costing(1e6, 105, 2.5)];
  expect(saidOf(true, flat)).toBe("flat     view, from 100000 to 1000000 events: rows x 1.05, ratio of CPU x 1.25");
});

test("more rows alone, or more time alone, make a curve grow; one that must not is named in capitals", () => {
  const rows = [costing(1e3, 10, 1), costing(1e5, 20, 1)];
  const time = [costing(1e3, 10, 1), costing(1e5, 10, 2)];
  expect(saidOf(true, rows)).toMatch(/^NOT FLAT view, from 1000 to 100000 events: rows x 2.00/);
  expect(saidOf(true, time)).toMatch(/^NOT FLAT .*ratio of CPU x 2.00$/);
  expect(saidOf(false, time)).toMatch(/^grows {4}view/);
});

test("where the processor's time is not known the median stands for it, and one size says nothing", () => {
  expect(saidOf(true, [costing(1e3, 10, NaN, 1), costing(1e5, 10, NaN, 3)])).toMatch(
    /^NOT FLAT .*ratio of p50 x 3.00$/,
  );
  expect(saidOf(true, [costing(1e3, 10, 1)])).toBeUndefined();
});
