/** Order statistics of slopes that keep coming: a trend over n months needs four of n (n - 1) / 2, each month again. */
import { pairsOf, sampleOf, slopesOf, type SlopeRoom } from "./slopes";
import { SortedList } from "./sorted-list";

/** Buckets of equal width over so many spreads on either side of the middle; the two outer ones hold what lies beyond. */
const BUCKETS = 8192;
const LAST = BUCKETS - 1;
const MIDDLE = BUCKETS / 2;
const SPREADS = 16;
/** How many slopes tell where the middle lies. */
const SAMPLE = 192;
/** More entries than this are not sorted by insertion each time. */
const CROWD = 48;

/** Where the first bucket begins, and how many there are to a slope of 1. */
interface Layout {
  lowest: number;
  perBucket: number;
}

/** A bucket of many entries: sorted once, then merged with what was added since, after entry `upTo`. */
interface Crowd {
  list: SortedList;
  upTo: number;
}

/**
 * The slopes between each pair of months, taken in month by month. They lie unsorted in narrow buckets; a rank is found by
 * counting along the buckets and sorting the one that it falls into. `begin` makes it ready for a series of as many months as
 * there is room for, so that one list serves many.
 *
 * @example list.begin(months, y); list.growTo(12); list.at(33) // of 66
 */
export class SlopeList {
  /** Slopes so far. */
  size = 0;
  private readonly slopes: Float64Array;
  private readonly fresh: Float64Array;
  private readonly buckets: Uint16Array;
  private layout: Layout = { lowest: 0, perBucket: 1 };
  private readonly counts = new Int32Array(BUCKETS);
  /** Where each of three ranks was found last, and how many slopes lie in the buckets below. */
  private readonly cursors = new Int32Array(3);
  private readonly below = new Int32Array(3);
  /** Entries are slopes, numbered from 1; equal ones in a row share one. Each knows the one under it in its bucket. */
  private readonly chains: Record<"top" | "next" | "times", Int32Array>;
  private counted = 0;
  private linked = 0;
  private readonly crowds = new Map<number, Crowd>();
  private readonly crowded = new Uint8Array(BUCKETS);
  private sortedBucket = -1;
  private readonly sorted = new Float64Array(CROWD);
  private readonly sortedTimes = new Int32Array(CROWD);

  constructor({ slopes, aside }: SlopeRoom) {
    const pairs = slopes.length;
    [this.slopes, this.fresh] = [slopes, aside];
    this.buckets = new Uint16Array(pairs);
    const entries = (): Int32Array => new Int32Array(pairs + 1);
    this.chains = { top: new Int32Array(BUCKETS), next: entries(), times: entries() };
  }

  /** Empties the list. */
  begin(months: Int32Array, y: Float64Array): void {
    [this.size, this.counted, this.linked, this.sortedBucket] = [0, 0, 0, -1];
    this.crowds.clear();
    for (const list of [this.counts, this.below, this.chains.top, this.crowded]) list.fill(0);
    this.cursors.fill(MIDDLE);
    this.layout = layoutOf(slopesOf(months, y, this.slopes));
  }

  /** Takes in the slopes between the first n months. */
  growTo(n: number): void {
    const size = pairsOf(n);
    putInBuckets(this.slopes, this.buckets, this.size, size, this.layout);
    this.size = size;
    this.sortedBucket = -1;
  }

  /** Counts what is new by bucket, and below each cursor: 1 is the sign of a negative difference, without a branch. */
  private count(): void {
    const { buckets, counts, cursors, below, size } = this;
    const [first = 0, second = 0, third = 0] = cursors;
    let [belowFirst, belowSecond, belowThird] = [0, 0, 0];
    for (let at = this.counted; at < size; at += 1) {
      const bucket = buckets[at] ?? 0;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      belowFirst += (bucket - first) >>> 31;
      belowSecond += (bucket - second) >>> 31;
      belowThird += (bucket - third) >>> 31;
    }
    below[0] = (below[0] ?? 0) + belowFirst;
    below[1] = (below[1] ?? 0) + belowSecond;
    below[2] = (below[2] ?? 0) + belowThird;
    this.counted = size;
  }

  /** The slope of a rank from 0 to size - 1. Which of three ranks it is only helps to find it again a month later. */
  at(rank: number, which: 0 | 1 | 2 = 0): number {
    if (this.counted < this.size) this.count();
    const { counts, cursors, below } = this;
    let [bucket, under] = [cursors[which] ?? 0, below[which] ?? 0];
    while (rank < under) {
      bucket -= 1;
      under -= counts[bucket] ?? 0;
    }
    for (let here = counts[bucket] ?? 0; rank >= under + here && bucket < LAST; here = counts[bucket] ?? 0) {
      under += here;
      bucket += 1;
    }
    cursors[which] = bucket;
    below[which] = under;
    return this.chained(bucket, rank - under);
  }

  /** Follows the bucket's chain of entries. */
  private chained(bucket: number, rank: number): number {
    if (this.linked < this.size) this.link();
    const { sorted, sortedTimes } = this;
    const { top, next } = this.chains;
    const head = top[bucket] ?? 0;
    if (next[head] === 0) return this.slopes[head - 1] ?? 0;
    if (this.crowded[bucket] === 1 || !this.sortBucket(bucket)) return this.inCrowd(bucket, rank);
    let place = 0;
    for (let left = rank; left >= (sortedTimes[place] ?? 1); place += 1) left -= sortedTimes[place] ?? 1;
    return sorted[place] ?? 0;
  }

  private link(): void {
    const { slopes, buckets, crowded, size } = this;
    const { top, next, times } = this.chains;
    for (let at = this.linked; at < size; at += 1) {
      const bucket = buckets[at] ?? 0;
      const head = top[bucket] ?? 0;
      if (head !== 0 && slopes[head - 1] === slopes[at] && crowded[bucket] === 0) {
        times[head] = (times[head] ?? 0) + 1;
        continue;
      }
      times[at + 1] = 1;
      next[at + 1] = head;
      top[bucket] = at + 1;
    }
    this.linked = size;
  }

  /** Sorts a bucket's entries aside; false if they are too many. */
  private sortBucket(bucket: number): boolean {
    if (this.sortedBucket === bucket) return true;
    const { slopes, sorted, sortedTimes } = this;
    const { top, next, times } = this.chains;
    this.sortedBucket = -1;
    let length = 0;
    for (let entry = top[bucket] ?? 0; entry !== 0; entry = next[entry] ?? 0) {
      if (length === CROWD) return false;
      const slope = slopes[entry - 1] ?? 0;
      let at = length;
      for (; at > 0 && (sorted[at - 1] ?? 0) > slope; at -= 1) {
        sorted[at] = sorted[at - 1] ?? 0;
        sortedTimes[at] = sortedTimes[at - 1] ?? 0;
      }
      sorted[at] = slope;
      sortedTimes[at] = times[entry] ?? 0;
      length += 1;
    }
    this.sortedBucket = bucket;
    return true;
  }

  private inCrowd(bucket: number, rank: number): number {
    const { slopes, fresh, crowds, crowded } = this;
    const { top, next, times } = this.chains;
    const crowd = crowds.get(bucket) ?? { list: new SortedList(), upTo: 0 };
    crowds.set(bucket, crowd);
    crowded[bucket] = 1;
    const head = top[bucket] ?? 0;
    let filled = 0;
    for (let entry = head; entry > crowd.upTo; entry = next[entry] ?? 0) {
      const to = filled + (times[entry] ?? 0);
      for (; filled < to; filled += 1) fresh[filled] = slopes[entry - 1] ?? 0;
    }
    if (filled > 0) crowd.list.add(fresh.subarray(0, filled));
    crowd.upTo = head;
    return crowd.list.at(rank);
  }
}

/**
 * Buckets for slopes like these. The spread is half of what the middle half of a sample takes up, or its mean distance from
 * the middle where that is nothing.
 */
function layoutOf(slopes: Float64Array): Layout {
  const sample = sampleOf(slopes, SAMPLE);
  const { length } = sample;
  const middle = sample[length >> 1] ?? 0;
  let spread = ((sample[(length * 3) >> 2] ?? 0) - (sample[length >> 2] ?? 0)) / 2;
  if (spread === 0) for (const slope of sample) spread += Math.abs(slope - middle) / length;
  if (!(spread > 0 && spread < Number.MAX_VALUE / BUCKETS)) spread = 1;
  return { lowest: middle - SPREADS * spread, perBucket: BUCKETS / (2 * SPREADS * spread) };
}

function putInBuckets(
  slopes: Float64Array,
  buckets: Uint16Array,
  from: number,
  to: number,
  { lowest, perBucket }: Layout,
): void {
  for (let at = from; at < to; at += 1) {
    buckets[at] = Math.min(Math.max(((slopes[at] ?? 0) - lowest) * perBucket, 0), LAST);
  }
}
