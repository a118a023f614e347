import { type Child, h } from "../lib/dom";

/** A folded part: what is in it is fetched and built when it is first opened. */
export function folded(id: string, summary: Child[], build: () => Promise<Node>): HTMLDetailsElement {
  const place = h("div", { class: "stack" }, h("p", { class: "muted" }, "One moment ..."));
  const element = h("details", { id, class: "folded" }, h("summary", {}, ...summary), place);
  const fill = async () => {
    try {
      place.replaceChildren(await build());
    } catch {
      place.replaceChildren(h("p", { role: "alert" }, "This part could not be loaded. Reload the page to try again."));
    }
  };
  element.addEventListener("toggle", () => void fill(), { once: true });
  if (location.hash === `#${id}`) element.open = true;
  return element;
}

/** A link to a folded part, which it opens; the next Tab goes on from there. */
export function linkToFolded(id: string, text: string): HTMLAnchorElement {
  return h(
    "a",
    {
      href: `#${id}`,
      onclick: () => {
        const target = document.getElementById(id);
        if (!(target instanceof HTMLDetailsElement)) return;
        target.open = true;
        target.querySelector("summary")?.focus({ preventScroll: true });
      },
    },
    text,
  );
}
