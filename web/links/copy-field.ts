/** A text to copy: by the button, or by hand where the clipboard is closed to pages. */
import { h } from "../lib/dom";

export interface CopyOptions {
  id: string;
  label: string;
  text: string;
  /** Lines of a box; one line without. */
  rows?: number;
  /** Stands under the label. */
  hint?: string;
  primary?: boolean;
}

export function copyField({ id, label, text, rows, hint, primary = false }: CopyOptions): HTMLElement {
  const describedBy = hint === undefined ? null : `${id}-hint`;
  const shared = { id, readonly: true, spellcheck: "false", "aria-describedby": describedBy };
  const field = rows
    ? h("textarea", { ...shared, rows, dir: "auto" })
    : h("input", { ...shared, dir: "ltr", class: "mono" });
  field.value = text;
  const told = h("span", { class: "small", role: "status" });
  const copy = h(
    "button",
    { type: "button", class: primary ? "button primary" : "button", "aria-label": `Copy: ${label}` },
    "Copy",
  );
  // Where the page is not served over https there is no clipboard at all.
  const write = async (): Promise<void> => navigator.clipboard.writeText(text);
  copy.addEventListener("click", () => {
    field.select();
    write().then(
      () => (told.textContent = "Copied."),
      () => (told.textContent = "Copying is not allowed here: the text is selected, copy it with the keyboard."),
    );
  });
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    hint !== undefined && h("p", { class: "hint", id: `${id}-hint` }, hint),
    h("div", { class: "copy" }, field, copy),
    told,
  );
}
