/** Contrast by WCAG 2: a scenario brings its own colours, and they must show on light and on dark paper. */

type Rgb = [number, number, number];

/** `#rrggbb`, or `#rgb` as minified style sheets write it. */
function parse(colour: string): Rgb {
  const long = colour.trim().replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/i, "#$1$1$2$2$3$3");
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(long)?.slice(1) ?? ["80", "80", "80"];
  return parts.map((part) => Number.parseInt(part, 16)) as Rgb;
}

function format(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black on white is 21, a colour on itself 1. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The colour, moved towards the ink only as far as it needs to reach `least` against the paper. */
export function legible(colour: string, paper: string, ink: string, least = 3): string {
  const from = parse(colour);
  const to = parse(ink);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = format(from.map((part, i) => part + ((to[i] ?? 0) - part) * share) as Rgb);
    if (contrast(mixed, paper) >= least) return mixed;
  }
  return format(to);
}
