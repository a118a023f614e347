import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, placeNotes, placeOnLine } from "../../../../web/charts/place-notes";

const area: Box = { left: 0, top: 0, width: 400, height: 200 };
const note = (x: number, y: number) => ({ x, y, width: 80, height: 30 });

function overlap(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

describe("the words beside marks", () => {
  it("stand above their mark where there is room", () => {
    expect(placeNotes([note(200, 100)], area, [])).toEqual([{ left: 160, top: 61, width: 80, height: 30 }]);
  });

  it("the first has the first choice, the next goes elsewhere", () => {
    const [one, other] = placeNotes([note(200, 100), note(205, 100)], area, []);
    expect(one?.left).toBe(160);
    expect(one && other && overlap(one, other)).toBe(false);
  });

  it("are left out where there is no room", () => {
    expect(placeNotes([note(200, 100)], area, [area])).toEqual([null]);
  });

  it("never cover each other, what is taken, or the edge", () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), fc.array(place, { maxLength: 40 }), (marks, points) => {
        const taken = points.map(([left, top]) => ({ left, top, width: 6, height: 6 }));
        const placed = placeNotes(
          marks.map(([x, y]) => note(x, y)),
          area,
          taken,
        ).filter((box) => box !== null);
        for (const [order, box] of placed.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.left + box.width).toBeLessThanOrEqual(400);
          expect(box.top).toBeGreaterThanOrEqual(0);
          for (const other of [...taken, ...placed.slice(order + 1)]) expect(overlap(box, other)).toBe(false);
        }
      }),
    );
  });
});

describe("the label of a level line", () => {
  it("stands over the line as far left as no bar is in its way", () => {
    const bar = { left: 0, top: 40, width: 50, height: 160 };
    expect(placeOnLine(100, { width: 60, height: 16 }, area, [bar])).toEqual({
      left: 50,
      top: 82,
      width: 60,
      height: 16,
    });
  });

  it("or under it", () => {
    const bars = { left: 0, top: 0, width: 400, height: 99 };
    expect(placeOnLine(100, { width: 60, height: 16 }, area, [bars])?.top).toBe(103);
  });
});
