/** The foot of the form grows when it warns of duplicates. What has the focus must not end up under it. */

/** Keeps the scrolled place clear of the foot. Gives a function that stops it. */
export function keepClear(foot: Element): () => void {
  const scroller = foot.closest<HTMLElement>("dialog") ?? document.documentElement;
  const observer = new ResizeObserver(() => {
    scroller.style.setProperty("--foot", `${foot.getBoundingClientRect().height + 16}px`);
    const focused = document.activeElement;
    if (focused && scroller.contains(focused) && !foot.contains(focused)) focused.scrollIntoView({ block: "nearest" });
  });
  observer.observe(foot);
  return () => observer.disconnect();
}
