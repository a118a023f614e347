import { addMonths } from "../../worker/core/months";
import type { CardLine } from "../../worker/core/scenario-card";
import { h } from "../lib/dom";
import { formatDateShort, formatNumber } from "../lib/format";
import { HEIGHT, sparkSentence, sparkShape, WIDTH } from "./spark-line";

function svg(tag: string, attributes: Record<string, string | number>, ...children: Element[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** The line as a picture with its sentence, and its last value under it. */
export function sparkline(line: CardLine): HTMLElement {
  const { looked, unlooked, nought, registered, last } = sparkShape(line);
  const picture = svg(
    "svg",
    { class: "spark", role: "img", "aria-label": sparkSentence(line), viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    svg("line", { class: "spark-nought", x1: 0, x2: WIDTH, y1: nought, y2: nought }),
    ...(registered === null
      ? []
      : [svg("line", { class: "spark-start", x1: registered, x2: registered, y1: 0, y2: HEIGHT })]),
    svg("path", { class: "spark-unlooked", d: unlooked }),
    svg("path", { class: "spark-looked", d: looked }),
    svg("circle", { class: line.provisional ? "spark-last open" : "spark-last", cx: last.x, cy: last.y, r: 3.5 }),
  );
  const end = addMonths(line.from, line.values.length - 1);
  return h(
    "figure",
    { class: "spark-figure" },
    picture,
    h(
      "figcaption",
      { class: "small muted" },
      `Direct dealings by ${formatDateShort(end)}: `,
      h("strong", {}, formatNumber(line.values.at(-1) ?? 0)),
    ),
  );
}
