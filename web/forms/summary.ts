/** The list of what is wrong, at the top of a form; each line leads to its field. */
import { h } from "../lib/dom";

export interface SummaryLine {
  text: string;
  /** The field's id, and how the focus gets there: it may be folded away. */
  field?: { id: string; focus: () => void };
}

export interface Summary {
  element: HTMLElement;
  show(title: string, lines: SummaryLine[], ...more: Node[]): void;
  clear(): void;
}

function link(text: string, field: NonNullable<SummaryLine["field"]>): HTMLAnchorElement {
  return h(
    "a",
    {
      href: `#${field.id}`,
      onclick: (event) => {
        event.preventDefault();
        field.focus();
      },
    },
    text,
  );
}

export function errorSummary(): Summary {
  const element = h("div", { class: "notice danger error-summary", role: "alert", tabindex: -1, hidden: true });
  return {
    element,
    show(title, lines, ...more) {
      const items = lines.map(({ text, field }) => h("li", {}, field ? link(text, field) : text));
      element.replaceChildren(h("h2", {}, title), ...(items.length > 0 ? [h("ul", {}, ...items)] : []), ...more);
      element.hidden = false;
      element.focus();
    },
    clear() {
      element.hidden = true;
      element.replaceChildren();
    },
  };
}
