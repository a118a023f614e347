/** A closed line of x, y, x, y, ... in pixels, y downwards. */
export type Contour = readonly number[];

/** A part of a picture with the traces that a shape's edges leave in it. */
export interface Traces {
  left: number;
  top: number;
  width: number;
  height: number;
  /** From one row of `sums` to the next. */
  stride: number;
  /** Summed along a row from its left they say how much of each pixel lies inside: 0 to 1, or to -1. */
  sums: Float32Array;
}

/**
 * How much of each pixel a shape covers, exactly and in one pass whatever the shape (the way of font-rs and
 * stb_truetype). Each edge leaves in its pixels what it adds to the signed area on its right. Contours of opposite
 * direction cut holes; of the same, they unite, and their sums may exceed 1. What lies beyond the picture is moved to its
 * border.
 *
 * @example the square [0,0, 1.5,0, 1.5,1, 0,1] // sums -1, 0.5, 0.5: covered are 1 and 0.5
 */
export function tracesOf(contours: readonly Contour[], maxWidth: number, maxHeight: number): Traces {
  const box = boxOf(contours, maxWidth, maxHeight);
  const { left, top, width, height } = box;
  // An edge on the right border leaves its trace beyond it.
  const stride = width + 2;
  const sums = new Float32Array(stride * height);
  const xOf = (x: number) => within(x, maxWidth) - left;
  const yOf = (y: number) => within(y, maxHeight) - top;
  for (const contour of contours) {
    let x0 = xOf(contour.at(-2) ?? 0);
    let y0 = yOf(contour.at(-1) ?? 0);
    for (let at = 0; at < contour.length; at += 2) {
      const x1 = xOf(contour[at] ?? 0);
      const y1 = yOf(contour[at + 1] ?? 0);
      if (y0 < y1) addEdge(sums, stride, x0, y0, x1, y1, 1);
      else if (y1 < y0) addEdge(sums, stride, x1, y1, x0, y0, -1);
      x0 = x1;
      y0 = y1;
    }
  }
  return { ...box, stride, sums };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

function boxOf(contours: readonly Contour[], maxWidth: number, maxHeight: number): Omit<Traces, "stride" | "sums"> {
  let [left, top, right, bottom] = [maxWidth, maxHeight, 0, 0];
  for (const contour of contours) {
    for (let at = 0; at < contour.length; at += 2) {
      const x = within(contour[at] ?? 0, maxWidth);
      const y = within(contour[at + 1] ?? 0, maxHeight);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (!(left < right && top < bottom)) return { left: 0, top: 0, width: 0, height: 0 };
  left = Math.floor(left);
  top = Math.floor(top);
  return { left, top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top };
}

/** Adds a downward edge, row by row; `sign` is its direction before it was turned downwards. */
function addEdge(
  sums: Float32Array,
  stride: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  sign: number,
): void {
  const slope = (x1 - x0) / (y1 - y0);
  for (let row = Math.floor(y0); row < y1; row += 1) {
    const from = Math.max(y0, row);
    const to = Math.min(y1, row + 1);
    const xFrom = x0 + (from - y0) * slope;
    const xTo = x0 + (to - y0) * slope;
    addRow(sums, row * stride, Math.min(xFrom, xTo), Math.max(xFrom, xTo), sign * (to - from));
  }
}

/** Spreads the height of an edge over the pixels that it crosses in one row: their sum is the area to its right. */
function addRow(sums: Float32Array, start: number, left: number, right: number, height: number): void {
  const last = Math.max(Math.floor(left), Math.ceil(right) - 1);
  let before = 0;
  let passed = 0;
  for (let column = Math.floor(left); column <= last; column += 1) {
    const reach = leftOf(column + 1, left, right);
    const area = reach - passed;
    sums[start + column] = (sums[start + column] ?? 0) + height * (area - before);
    before = area;
    passed = reach;
  }
  sums[start + last + 1] = (sums[start + last + 1] ?? 0) + height * (1 - before);
}

/** The area between the edge and the vertical at x, where x lies to its right; for an edge of height 1. */
function leftOf(x: number, left: number, right: number): number {
  if (x >= right) return x - (left + right) / 2;
  return x <= left ? 0 : (x - left) ** 2 / (2 * (right - left));
}
