/** What a link tells: a title to start from, and the letter last used for its site. Proposed in sight, never chosen. */
import type { SourceHint } from "../../worker/contract/api-types";
import type { EventFields } from "../forms/event-fields";
import { RELIABILITY_WORDS } from "../forms/words";
import { h } from "../lib/dom";
import { visibleText } from "../lib/user-text";

/**
 * The title to put into its field, or null to leave it: what somebody typed is theirs, our own earlier proposal is not.
 *
 * @example titleToFill("", "", "Summit put off (dawn.com)") // the proposal
 */
export function titleToFill(typed: string, proposed: string, next: string): string | null {
  const ours = typed.trim() === "" || typed === proposed;
  return ours && next !== typed ? next : null;
}

export interface HintBox {
  element: HTMLElement;
  show(hint: SourceHint | null): void;
  /** After any typing: the words follow what was taken or changed. */
  refresh(): void;
}

export function hintBox(fields: EventFields, onTaken: () => void): HintBox {
  let hint: SourceHint | null = null;
  let proposed = "";
  const element = h("div", { class: "source-hint row", role: "status" });

  function refresh(): void {
    const letter = hint?.sourceReliability ?? null;
    const chosen = fields.sourceReliability.value();
    fields.sourceReliability.propose(chosen === "" && letter !== null ? letter : "");
    const words: Node[] = [];
    if (hint && letter) {
      const site = visibleText(hint.site);
      words.push(h("span", {}, `${site}: last graded ${letter}, ${RELIABILITY_WORDS[letter]}.`));
      if (chosen === "")
        words.push(h("button", { class: "button small", type: "button", onclick: take }, `Take ${letter}`));
    } else if (hint && hint.site !== "") words.push(h("span", {}, `${visibleText(hint.site)}: not graded before.`));
    if (proposed !== "" && fields.sourceTitle.value() === proposed) {
      words.push(h("span", {}, "The title is proposed from the link: change it if it is wrong."));
    }
    const texts = (nodes: Iterable<Node>): string => [...nodes].map((node) => node.textContent).join("\n");
    // Replacing the same words would read them out again, and take the focus from the button.
    if (texts(element.childNodes) !== texts(words)) element.replaceChildren(...words);
  }

  function take(): void {
    const letter = hint?.sourceReliability;
    if (!letter) return;
    fields.sourceReliability.set(letter);
    fields.sourceReliability.focus();
    onTaken();
    refresh();
  }

  return {
    element,
    refresh,
    show(next) {
      hint = next;
      const title = titleToFill(fields.sourceTitle.value(), proposed, next?.sourceTitle ?? "");
      if (title !== null) {
        fields.sourceTitle.set(title);
        proposed = title;
        onTaken();
      }
      refresh();
    },
  };
}
