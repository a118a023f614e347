import { type Child, h } from "../lib/dom";

/** Stands in the form's place once its work is done: what was done, and where to go from here. */
export function doneNotice(
  title: string,
  said: Child[],
  { onAnother, leave }: { onAnother: () => void; leave: HTMLElement },
): HTMLElement {
  const heading = h("h2", { tabindex: -1 }, title);
  const element = h(
    "section",
    { class: "notice success saved" },
    heading,
    ...said,
    h(
      "p",
      { class: "row" },
      h("button", { class: "button primary", type: "button", onclick: onAnother }, "Log another"),
      leave,
    ),
  );
  // Once it stands in the page: whoever pressed Save is told by the focus where the answer is.
  queueMicrotask(() => heading.focus());
  return element;
}
