import { h } from "../lib/dom";

/** A part that few pages have: its code is fetched only where it is shown, and it takes this place when it comes. */
export function later(build: () => Promise<Node>): HTMLElement {
  const place = h("div");
  build().then(
    (part) => place.replaceWith(part),
    () =>
      place.replaceChildren(
        h(
          "p",
          { class: "notice danger", role: "alert" },
          "This part could not be loaded. Reload the page to try again.",
        ),
      ),
  );
  return place;
}
