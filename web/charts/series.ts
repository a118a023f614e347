/** Lines and the band as uPlot takes them: columns of numbers on one x, and how each is drawn. */
import uPlot from "uplot";
import type { Drawing } from "./drawing";
import type { Line, Paint, Point, Scene } from "./figure";
import { wholeRange } from "./reach";

/** Pixels of a dash and of the room after it. */
const DASH = 4;

/** A column of the plot's data; a line with unlooked stretches is two, one for what is dashed and one for the rest. */
interface Track {
  points: Point[];
  /** Null draws nothing: the edges of the band. */
  colour: Paint | null;
  width: number;
  stepped: boolean;
  /** By point whether the stretch that leads to it is left out. */
  hidden: boolean[] | null;
  dashed: boolean;
}

function tracksOfLine({ points, colour, width, dashed, stepped = false }: Line): Track[] {
  const whole: Track = { points, colour, width, stepped, hidden: null, dashed: false };
  if (!dashed?.includes(true)) return [whole];
  return [
    { ...whole, hidden: points.map((_, at) => !dashed[at]), dashed: true },
    { ...whole, hidden: points.map((_, at) => dashed[at] ?? false) },
  ];
}

function tracks({ band, lines = [] }: Scene): Track[] {
  const edge = (points: Point[]): Track => ({
    points,
    colour: null,
    width: 0,
    stepped: false,
    hidden: null,
    dashed: false,
  });
  return [...(band ? [edge(band.upper), edge(band.lower)] : []), ...lines.flatMap(tracksOfLine)];
}

/** All places of the lines in order, then the heights of each at them; where a line has none it runs on. */
export function dataOf(scene: Scene): uPlot.AlignedData {
  const all = tracks(scene);
  // A plot without lines still needs a place at each end.
  const ends = all.length === 0 ? wholeRange(scene) : [];
  const places = [...new Set([...ends, ...all.flatMap(({ points }) => points.map(({ x }) => x))])].toSorted(
    (a, b) => a - b,
  );
  const heights = all.map(({ points }) => {
    const byPlace = new Map(points.map(({ x, y }) => [x, y]));
    return places.map((place) => byPlace.get(place));
  });
  return [places, ...heights];
}

/** Neighbouring stretches as one, so that dashes run on over the points between them. */
export function gapsOf(hidden: boolean[], points: Point[]): [number, number][] {
  const gaps: [number, number][] = [];
  for (const [at, { x }] of points.entries()) {
    const before = points[at - 1];
    if (!before || !hidden[at]) continue;
    const last = gaps.at(-1);
    if (last && last[1] === before.x) last[1] = x;
    else gaps.push([before.x, x]);
  }
  return gaps;
}

/** One entry for each column of `dataOf`. */
export function seriesOf(now: Drawing): uPlot.Series[] {
  return [
    {},
    ...tracks(now.scene).map(({ points, colour, width, stepped, hidden, dashed }): uPlot.Series => {
      const across = (plot: uPlot): [number, number][] =>
        gapsOf(hidden ?? [], points).map(([from, to]) => [
          plot.valToPos(from, "x", true),
          plot.valToPos(to, "x", true),
        ]);
      return {
        scale: "y",
        width: width * now.magnified,
        // Not on whole pixels: a slope of months would have steps.
        pxAlign: 0,
        points: { show: false },
        ...(colour ? { stroke: () => now.theme.paint(colour) } : {}),
        ...(dashed ? { dash: [DASH * now.magnified, DASH * now.magnified] } : {}),
        ...(hidden ? { gaps: across } : {}),
        ...(stepped && uPlot.paths.stepped ? { paths: uPlot.paths.stepped({ align: 1 }) } : {}),
      };
    }),
  ];
}

/** The band lies between the first two columns. */
export function bandsOf(now: Drawing): uPlot.Band[] {
  return now.scene.band ? [{ series: [1, 2], fill: () => now.theme.paint("band") }] : [];
}
