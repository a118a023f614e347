/** Draws a page anew without losing the reader's place: how far they have scrolled, and what they have opened. */

const foldsOf = (root: ParentNode): HTMLDetailsElement[] => [...root.querySelectorAll("details")];
const nameOf = (fold: HTMLDetailsElement): string => fold.querySelector("summary")?.textContent ?? "";

/** `draw` replaces what stands in `root`. Folds are told apart by their summaries. */
export function keepingPlace(root: ParentNode, draw: () => void): void {
  const top = scrollY;
  const states = new Map(foldsOf(root).map((fold) => [nameOf(fold), fold.open]));
  draw();
  for (const fold of foldsOf(root)) fold.open = states.get(nameOf(fold)) ?? fold.open;
  scrollTo({ top, behavior: "instant" });
}
