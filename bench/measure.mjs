import { cpuMs } from "./cpu.mjs";
import { atOnce, inTurn, openClient, quantile } from "./load.mjs";

const WARM_UP = 30;
/** Slower cases are not asked for over several connections: a round would last as long as all of them together. */
const MAX_AT_ONCE_MS = 200;
const AT_ONCE = { connections: 8, rounds: 3, seconds: 0.7 };

/**
 * @typedef {{ name: string, flat: boolean, product: () => import("./load.mjs").Call, floor: (() => import("./load.mjs").Call) | "row",
 *   before?: () => import("./load.mjs").Call, times?: number, seconds?: number, part?: string, least?: number, rounds?: number, silent?: true }} Case `part` of Server-Timing whose rows count;
 * `least` is the share of the floor's replies a second that it must reach; `silent` ones
 * do not say what they cost
 * @typedef {{ p50: number, p99: number, few: boolean, cpu: number, rate: number | null }} Side p50, p99 and cpu in ms (cpu NaN where
 * unknown), rate in replies a second
 * @typedef {{ origin: string, pid: number | null }} Served
 * @typedef {{ product: Side, floor: Side, bytes: number, rows: { read: number, written: number } | null }} Result
 */

/**
 * Measures one case: one request after the other, Signpost and the floor in turn; then with 8 connections at once.
 * @param {Case} one
 * @param {{ product: Served, floor: Served, setBody: (name: string, bytes: number) => Promise<unknown> }} served
 * @returns {Promise<Result>}
 */
export async function measure(one, served) {
  const product = openClient(served.product.origin);
  const floor = openClient(served.floor.origin);
  try {
    const before = one.before && (() => product.send(one.before()));
    await before?.();
    const first = await product.send(one.product());
    const bytes = first.text.length;
    const name = one.name.replaceAll(/\W+/g, "-");
    if (one.floor === "row") await served.setBody(name, Math.max(1, bytes));
    const floorCall = one.floor === "row" ? () => ({ path: `/row/${name}` }) : one.floor;
    const sides = [
      { send: () => product.send(one.product()), cpu: () => cpuMs(served.product.pid) },
      { send: () => floor.send(floorCall()), cpu: () => cpuMs(served.floor.pid) },
    ];

    const isHeavy = one.times !== undefined;
    await inTurn(sides, { times: isHeavy ? 1 : WARM_UP, seconds: 5, before });
    const [mine, least] = await inTurn(sides, { times: one.times ?? 200, seconds: one.seconds ?? 8, before });
    const isSlow = quantile(mine.taken, 0.5) > MAX_AT_ONCE_MS;
    const rates =
      isHeavy || isSlow || before
        ? [null, null]
        : await atOnce(
            sides.map(({ send }) => send),
            { ...AT_ONCE, ...(one.rounds && { rounds: one.rounds }) },
          );
    return {
      product: summary(mine, rates[0]),
      floor: summary(least, rates[1]),
      bytes,
      rows: rowsOf(first.headers["server-timing"], one.part),
    };
  } finally {
    product.close();
    floor.close();
  }
}

/** Of fewer than 100 requests the 99th percentile is the slowest one, and `few` says so. */
function summary({ taken, cpu }, rate) {
  return { p50: quantile(taken, 0.5), p99: quantile(taken, 0.99), few: taken.length < 100, cpu, rate };
}

/** What a reply says it cost; shared pages do not say. */
function rowsOf(header = "", part = "db") {
  const found = new RegExp(`\\b${part};desc="rows_read=(\\d+) rows_written=(\\d+)`).exec(header);
  return found && { read: Number(found[1]), written: Number(found[2]) };
}
