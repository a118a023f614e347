/** A question about what looks mistyped, answered with one tick: it is neither refused nor taken without a word. */
import { h } from "../lib/dom";

export interface Question {
  text: string;
  /** "Yes, 1026 is right." */
  answer: string;
  /** Said to somebody who goes on without an answer. */
  insist: string;
}

export interface ConfirmBox {
  element: HTMLElement;
  /** Another question takes the answer to the last one back; null asks nothing. */
  ask(question: Question | null): void;
  /** Whether something is asked and has been answered with yes. */
  confirmed(): boolean;
  /** Whether a question waits for its answer; then says so, and goes to it. */
  holds(): boolean;
}

export function confirmBox(name: string): ConfirmBox {
  const text = h("p", { id: `${name}-question`, role: "status" });
  const error = h("p", { class: "error", id: `${name}-error`, hidden: true });
  const input = h("input", { type: "checkbox", name, "aria-describedby": `${text.id} ${error.id}` });
  const answer = h("span");
  const element = h(
    "div",
    { class: "notice warning stack tight", hidden: true },
    text,
    h("label", { class: "choice" }, input, answer),
    error,
  );
  let asked: Question | null = null;
  input.addEventListener("change", () => {
    error.hidden = true;
  });
  return {
    element,
    ask(question) {
      if (question?.text === asked?.text) return;
      asked = question;
      input.checked = false;
      error.hidden = true;
      element.hidden = question === null;
      text.textContent = question?.text ?? "";
      answer.textContent = question?.answer ?? "";
    },
    confirmed: () => asked !== null && input.checked,
    holds() {
      if (asked === null || input.checked) return false;
      error.textContent = asked.insist;
      error.hidden = false;
      input.focus();
      return true;
    },
  };
}
