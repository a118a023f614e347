import { expect, test } from "vitest";
import { promises } from "../../../bench/table.mjs";

const side = (rate: number | null) => ({ p50: 1, p99: 1, rate });
const sized = (size: number, rate: number | null, floor: number | null) => ({
  size,
  result: { product: side(rate), floor: side(floor), bytes: 1, rows: null },
});

test("each promised share of the floor's requests is held to, at every size; where none is promised nothing is said", () => {
  const cases = [
    { name: "link, page", least: 0.5, sizes: [sized(1000, 50, 100), sized(5000, 49, 100), sized(9000, null, null)] },
    { name: "list", sizes: [sized(1000, 1, 100)] },
  ];
  expect(promises(cases)).toEqual([
    "pass 1000 events: link, page serves 0.50 of the floor's requests a second (at least 0.5)",
    "FAIL 5000 events: link, page serves 0.49 of the floor's requests a second (at least 0.5)",
  ]);
});
