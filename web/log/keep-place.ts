/** Draws a page anew without losing the reader's place: how far they have scrolled, and what they have opened. */

const foldsOf = (root: ParentNode): HTMLDetailsElement[] => [...root.querySelectorAll("details")];
const nameOf = (fold: HTMLDetailsElement): string => fold.id || (fold.querySelector("summary")?.textContent ?? "");

/** Each fold by its id, else by its summary and how many before it read alike: every chart has a "Show as table". */
function named(root: ParentNode): Map<string, HTMLDetailsElement> {
  const seen = new Map<string, number>();
  return new Map(
    foldsOf(root).map((fold) => {
      const name = nameOf(fold);
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return [`${before} ${name}`, fold];
    }),
  );
}

/** `draw` replaces what stands in `root`. */
export function keepingPlace(root: ParentNode, draw: () => void): void {
  const top = scrollY;
  const states = new Map([...named(root)].map(([name, fold]) => [name, fold.open]));
  draw();
  for (const [name, fold] of named(root)) fold.open = states.get(name) ?? fold.open;
  scrollTo({ top, behavior: "instant" });
}
