/** Says under the header what changed while the page was open, or that it cannot be known at the moment. */
import { whatsNew } from "../../worker/core/whats-new";
import type { Progress } from "../../worker/core/settling";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { typeset } from "../view/words";
import { progressWords } from "./settle";
import type { Answer } from "./watch";

export interface FreshNotice {
  element: HTMLElement;
  /** Shows what an answer means for a page that shows `shown`; a new view is said after it is drawn. */
  say(answer: Answer, shown: ScenarioView): void;
  /** How far a recalculation is; null when it has ended. */
  progress(progress: Progress | null): void;
}

export function freshNotice(): FreshNotice {
  const text = h("p", {});
  const close = h("button", { class: "button small", type: "button" }, "Close");
  const element = h("div", { class: "notice info fresh no-print", hidden: true }, text, close);
  // The line is there from the start: a live region that comes with its text is often not read out.
  const live = h("div", { class: "fresh-place", role: "status" }, element);
  close.addEventListener("click", () => (element.hidden = true));
  const show = (sentence: string, mayClose: boolean): void => {
    text.textContent = sentence;
    close.hidden = !mayClose;
    element.hidden = false;
  };
  let troubled = false;
  return {
    element: live,
    progress(progress) {
      if (progress) show(`${progressWords(progress)} The page updates when it is done.`, false);
      else element.hidden = true;
    },
    say(answer, shown) {
      if (answer.kind === "new") {
        show(`Updated just now: ${typeset(whatsNew(shown, answer.view))}.`, true);
      } else if (answer.kind === "offline") {
        show(
          `The server cannot be reached. You see the figures of revision ${shown.revision}; this page looks again every minute.`,
          false,
        );
      } else if (answer.kind === "signed-out") {
        show(`You are signed out: the figures stay at revision ${shown.revision}. Sign in again to go on.`, false);
      } else if (troubled) element.hidden = true;
      troubled = answer.kind === "offline" || answer.kind === "signed-out";
    },
  };
}
