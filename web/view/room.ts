/**
 * Whether a page shows its parts unfolded: on a phone what carries the verdict stays open, and the rest says in a line what
 * is in it. Asked once, when the page is built, so that nothing moves afterwards.
 */
export function hasRoom(): boolean {
  return matchMedia("(min-width: 40rem)").matches;
}
