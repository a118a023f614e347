import { dateLabel, pointsLabel } from "../core/labels";
import { rangeLabel } from "../core/verdict-labels";
import type { ScenarioView } from "../core/view-types";
import { fill, newCanvas, type Canvas } from "./canvas";
import { drawChart } from "./chart";
import type { Font } from "./font";
import { cut, lengthOf, readable, typeset, wordsOf, wrap, write, type Word } from "./text";

/** What messengers ask for. */
export const PREVIEW = { width: 1200, height: 630 } as const;

const LEFT = 56;
const RIGHT = PREVIEW.width - LEFT;
const STRIPE = 12;

/** Sizes in pixels: messengers show the picture at a quarter of them. */
const HEAD = 28;
const TITLE = { size: 54, line: 64, most: 2 };
const HEADLINE = { size: 34, line: 44, most: 2 };
const FOOT = 30;
const FOOT_BASE = PREVIEW.height - 36;

/** What the picture shows of a view: no event's text, and nothing that views of any age lack. */
type Drawn = Pick<
  ScenarioView,
  | "asOf"
  | "title"
  | "statement"
  | "verdicts"
  | "headlineHorizon"
  | "index"
  | "band90"
  | "eventsCounted"
  | "months"
  | "registeredOn"
  | "mode"
>;

/** Draws publisher, date, title, verdict, index and range; whatever the texts are, it does not fail. */
export function drawPreview(view: Drawn, publisher: string, font: Font): Canvas {
  const canvas = newCanvas(PREVIEW.width, PREVIEW.height);
  fill(canvas, [[0, 0, PREVIEW.width, 0, PREVIEW.width, STRIPE, 0, STRIPE]], "accent");
  drawHead(canvas, view, publisher, font);
  let base = STRIPE + 68;
  const title = readable(view.title, font.bold);
  for (const line of title === null ? [] : wrapped(wordsOf(title, font.bold, "ink"), TITLE)) {
    base += TITLE.line;
    write(canvas, line, TITLE.size, LEFT, base);
  }
  base += 8;
  for (const line of wrapped(headlineWords(view.statement, font), HEADLINE)) {
    base += HEADLINE.line;
    write(canvas, line, HEADLINE.size, LEFT, base);
  }
  const bottom = FOOT_BASE - FOOT - 18;
  drawChart(canvas, view, font, { left: LEFT, right: RIGHT, top: base + 30, bottom });
  const foot = wordsOf(figures(view), font.regular, "ink");
  write(canvas, cut(foot, FOOT, RIGHT - LEFT), FOOT, LEFT, FOOT_BASE);
  return canvas;
}

function wrapped(words: Word[], { size, most }: { size: number; most: number }): Word[][] {
  return wrap(words, size, RIGHT - LEFT, most);
}

/** Who shares on the left, up to when on the right. */
function drawHead(canvas: Canvas, { asOf }: Drawn, publisher: string, font: Font): void {
  const base = STRIPE + 52;
  const frozen = `Frozen: events to ${dateLabel(asOf)}`;
  const length = lengthOf(frozen, font.regular, HEAD);
  write(canvas, wordsOf(frozen, font.regular, "muted"), HEAD, RIGHT - length, base);
  const name = wordsOf(readable(publisher, font.bold) ?? "", font.bold, "accent");
  write(canvas, cut(name, HEAD, RIGHT - LEFT - length - HEAD), HEAD, LEFT, base);
}

/** The first sentence, the verdict's word before its colon set apart; that word alone where another cannot be read. */
function headlineWords(statement: string, font: Font): Word[] {
  const [first = ""] = typeset(statement).split(/(?<=\.)\s+(?=\p{Lu})/u);
  const colon = first.indexOf(":") + 1;
  const rest = first.slice(colon).split(" ").filter(Boolean);
  const shown = rest.flatMap((word) => readable(word, font.regular) ?? []);
  const verdict = first.slice(0, colon);
  if (shown.length < rest.length) return wordsOf(verdict.replace(/:$/, ""), font.bold, "accent");
  return [...wordsOf(verdict, font.bold, "accent"), ...wordsOf(shown.join(" "), font.regular, "ink")];
}

/**
 * The last line.
 *
 * @example "Index 13.5 ± 4.0 · rise in the monthly score −1.3 to 0.0 (90 % range)"
 */
function figures({ index, band90, eventsCounted, verdicts, headlineHorizon }: Drawn): string {
  if (eventsCounted === 0) return "No events yet";
  const verdict = verdicts.find(({ key }) => key === headlineHorizon);
  const band = `Index ${pointsLabel(index)} \u00b1 ${pointsLabel(band90)}`;
  const range = verdict ? rangeLabel(verdict) : "too few months for a range";
  return typeset(range.startsWith("too") ? band : `${band} \u00b7 rise in the monthly score ${range} (90 % range)`);
}
