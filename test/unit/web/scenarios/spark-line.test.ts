import { describe, expect, test } from "vitest";
import { cardFigures, type CardLine } from "../../../../worker/core/scenario-card";
import { HEIGHT, sparkSentence, sparkShape, WIDTH } from "../../../../web/scenarios/spark-line";
import { anEvent } from "../../../factories";
import { viewOf } from "../view-of";

const line = (over: Partial<CardLine> = {}): CardLine => ({
  from: "2020-01",
  values: [0, 5, 10, 4],
  looked: "1111",
  registered: "2020-03",
  provisional: false,
  ...over,
});

describe("the line of a card", () => {
  test("fills its box from the lowest to the highest value, with nought in sight", () => {
    const shape = sparkShape(line());
    expect(shape.looked).toBe("M5 59L101.7 32L198.3 5L295 37.4");
    expect(shape.unlooked).toBe("");
    expect(shape.nought).toBe(59);
    expect(shape.last).toEqual({ x: 295, y: 37.4 });
    expect(sparkShape(line({ values: [-4, -2, -1, -3] })).nought).toBe(5);
  });

  test("is broken off where nobody looked, and goes on there apart", () => {
    const { looked, unlooked } = sparkShape(line({ looked: "1101" }));
    expect(looked).toBe("M5 59L101.7 32M198.3 5L295 37.4");
    expect(unlooked).toBe("M101.7 32L198.3 5");
  });

  test("marks the month of registration, unless it lies before the line or after it", () => {
    expect(sparkShape(line()).registered).toBe(198.3);
    expect(sparkShape(line({ registered: "2019-12" })).registered).toBeNull();
    expect(sparkShape(line({ registered: "2021-01" })).registered).toBeNull();
  });

  test("stays in its box with one month, and with nothing but noughts", () => {
    for (const values of [[3], [0], [0, 0, 0]]) {
      const { last, nought } = sparkShape(line({ values, looked: "1".repeat(values.length) }));
      for (const place of [last.x, last.y, nought]) expect(place).toBeGreaterThanOrEqual(0);
      expect(last.x).toBeLessThanOrEqual(WIDTH);
      expect(last.y).toBeLessThanOrEqual(HEIGHT);
    }
  });

  test("says in words what it shows", () => {
    expect(sparkSentence(line())).toBe(
      "Direct dealings from January 2020 to April 2020: highest 10.0 in March 2020, lowest 0.0 in January 2020, 4.0 at the end.",
    );
    expect(sparkSentence(line({ values: [3] }))).toBe("Direct dealings in January 2020: 3.0 at the end.");
  });
});

describe("the figures of a card", () => {
  test("are those of the view", () => {
    const view = viewOf({ events: [anEvent({ date: "2012-10-03" })] });
    const figures = cardFigures(view);
    expect(figures).toMatchObject({
      statement: view.statement,
      verdict: view.headlineVerdict,
      asOf: view.asOf,
      months: view.coverage.months,
      covered: view.coverage.covered,
      lastEvent: "2012-10-03",
    });
    expect(figures.line?.from).toBe(view.months[0]?.month);
    expect(figures.line?.values).toEqual(view.months.map(({ directIndex }) => Math.round(directIndex * 100) / 100));
    expect([...(figures.line?.looked ?? "")].map((mark) => mark === "1")).toEqual(
      view.months.map(({ covered }) => covered),
    );
  });

  test("have no line before the first event", () => {
    expect(cardFigures(viewOf()).line).toBeNull();
  });
});
