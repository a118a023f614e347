/** How far the checking of a long file has come, and a way to stop it. */
import { h } from "../lib/dom";
import { progressInWords } from "./words";

export interface Progress {
  element: HTMLElement;
  show(rows: number): void;
  stopped(): boolean;
}

export function progressOf(total: number, from: number): Progress {
  let isStopped = false;
  const words = h("p", { id: "progress-words" });
  const bar = h("progress", { max: total, "aria-labelledby": "progress-words" });
  const stop = h("button", { class: "button small", type: "button" }, "Stop");
  stop.addEventListener("click", () => {
    isStopped = true;
    stop.setAttribute("aria-disabled", "true");
  });
  const show = (rows: number): void => {
    bar.value = rows;
    words.textContent = progressInWords(rows, total);
  };
  show(from);
  return { element: h("div", { class: "progress" }, words, bar, stop), show, stopped: () => isStopped };
}
