/** Texts to copy: by a press, or by hand where the clipboard is closed to pages. */
import { h } from "./dom";

interface CopyButton {
  button: HTMLButtonElement;
  /** Says what came of the press. */
  told: HTMLElement;
}

/** Copies a text by a press; `select` marks it on the page, for whoever must copy it by hand. */
export function copyButton(text: string, label: string, look: string, select: () => void): CopyButton {
  const told = h("span", { class: "small muted", role: "status" });
  const button = h("button", { type: "button", class: look, "aria-label": `Copy: ${label}` }, "Copy");
  // Where the page is not served over https there is no clipboard at all.
  const write = async (): Promise<void> => navigator.clipboard.writeText(text);
  button.addEventListener("click", () => {
    select();
    write().then(
      () => (told.textContent = "Copied."),
      () => (told.textContent = "Copying is not allowed here: the text is selected, copy it with the keyboard."),
    );
  });
  return { button, told };
}

export interface CopyOptions {
  id: string;
  label: string;
  text: string;
  /** Stands under the label. */
  hint?: string;
  primary?: boolean;
}

/** One line with its button beside it: an address, a passphrase. */
export function copyLine({ id, label, text, hint, primary = false }: CopyOptions): HTMLElement {
  const describedBy = hint === undefined ? null : `${id}-hint`;
  const field = h("input", {
    id,
    readonly: true,
    spellcheck: "false",
    "aria-describedby": describedBy,
    dir: "ltr",
    class: "mono",
  });
  field.value = text;
  const { button, told } = copyButton(text, label, primary ? "button primary" : "button", () => field.select());
  // A long address is read from its beginning.
  field.addEventListener("focus", () => (field.scrollLeft = 0));
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    hint !== undefined && h("p", { class: "hint", id: `${id}-hint` }, hint),
    h("div", { class: "copy" }, field, button),
    told,
  );
}

/** A box of some lines with its button beside the label. */
export function copyBox({ id, label, text }: Pick<CopyOptions, "id" | "label" | "text">, rows: number): HTMLElement {
  const field = h("textarea", { id, readonly: true, rows, spellcheck: "false", dir: "auto" });
  field.value = text;
  const { button, told } = copyButton(text, label, "button small", () => field.select());
  return h(
    "div",
    { class: "field" },
    h("div", { class: "row between" }, h("label", { for: id }, label), h("span", { class: "row" }, told, button)),
    field,
  );
}
