/** How classes of events look: what the bars and their key share. */
import type { ActClass, Acts } from "../../worker/core/acts";
import type { ViewIndicator } from "../../worker/core/view-types";
import type { Paint, Pattern } from "./figure";

const PATTERNS: Pattern[] = ["solid", "hatched", "dotted", "outline"];

/** Weights look the same in all pictures, so that one key serves them. */
export const WEIGHT_PATTERNS: Record<string, Pattern> = { weighty: "solid", middling: "hatched", slight: "dotted" };

/**
 * A pattern for each class, the heaviest solid. Below the line a class looks like the first one of its kind above it:
 * the side tells them apart.
 */
export function patternsOf({
  by,
  classes,
}: Pick<Acts, "by"> & { classes: Pick<ActClass, "who" | "sign">[] }): Pattern[] {
  const up = classes.filter(({ sign }) => sign > 0);
  return classes.map(({ who, sign }, order) => {
    if (by === "weight") return WEIGHT_PATTERNS[who] ?? "solid";
    const twin = sign > 0 ? -1 : up.findIndex((other) => other.who === who);
    const place = sign > 0 ? order : twin >= 0 ? twin : order - up.length;
    return PATTERNS[place % PATTERNS.length] ?? "solid";
  });
}

/** Direct dealings have their scenario's colour; reasons and context stand back in grey. */
export function colourOf({ role, colour }: Pick<ViewIndicator, "role" | "colour">): Paint {
  return role === "direct" && /^#[0-9a-f]{6}$/i.test(colour) ? (colour as Paint) : "muted";
}
