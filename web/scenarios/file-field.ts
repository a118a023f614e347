/** The file to register: chosen, dropped or pasted, and put right on the spot. */
import { h } from "../lib/dom";
import templateUrl from "./template.json?url";

export interface FileFieldOptions {
  /** A file was read: its text stands in the box. */
  onText: () => void;
  /** Somebody typed. */
  onEdit: () => void;
  onUnreadable: (problem: string) => void;
}

export interface FileField {
  element: HTMLElement;
  text(): string;
  set(text: string): void;
  /** Selects the line that begins at or before a place, and brings it into sight. */
  point(at: number): void;
}

const GONE = "The file could not be read; it may have changed since it was chosen. Choose it again.";
const NOT_TEXT = "This file is not UTF-8 text. Save the scenario as JSON in UTF-8, then choose it again.";

async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Error(GONE);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(NOT_TEXT);
  }
}

export function fileField({ onText, onEdit, onUnreadable }: FileFieldOptions): FileField {
  const input = h("input", { type: "file", id: "file", accept: ".json,application/json", "aria-describedby": "file-hint" });
  const box = h("textarea", {
    id: "text",
    class: "file-text",
    rows: 12,
    wrap: "off",
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    "aria-describedby": "text-hint",
    oninput: onEdit,
  });
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      box.value = await textOf(file);
      onText();
    } catch (error) {
      onUnreadable(error instanceof Error ? error.message : GONE);
    }
  };
  input.addEventListener("change", () => void read(input.files?.[0]));
  // Otherwise the same file, put right in an editor, could not be chosen again.
  input.addEventListener("click", () => (input.value = ""));
  const drop = h(
    "div",
    { class: "field drop" },
    h("label", { for: "file" }, "Scenario file"),
    h(
      "p",
      { class: "hint", id: "file-hint" },
      "Choose a JSON file, or drop it here. New to this? ",
      h("a", { href: templateUrl, download: "scenario.json" }, "Download a template"),
      ", complete and with a note at each member.",
    ),
    input,
  );
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    drop.classList.toggle("over", is);
  };
  drop.addEventListener("dragover", over(true));
  drop.addEventListener("dragleave", over(false));
  drop.addEventListener("drop", (event) => {
    over(false)(event);
    void read(event.dataTransfer?.files[0]);
  });
  const element = h(
    "div",
    { class: "stack" },
    drop,
    h(
      "div",
      { class: "field" },
      h("label", { for: "text" }, "Its text"),
      h("p", { class: "hint", id: "text-hint" }, "The chosen file appears here and can be put right. Or paste it."),
      box,
    ),
  );
  return { element, text: () => box.value, set: (text) => void (box.value = text), point: (at) => point(box, at) };
}

function point(box: HTMLTextAreaElement, at: number): void {
  const start = box.value.lastIndexOf("\n", at - 1) + 1;
  const end = box.value.indexOf("\n", at);
  box.focus();
  box.setSelectionRange(start, end < 0 ? box.value.length : end);
  const lines = box.value.split("\n").length;
  const line = box.value.slice(0, start).split("\n").length - 1;
  // The box does not wrap, so all lines are equally high.
  box.scrollTop = (box.scrollHeight / lines) * line - box.clientHeight / 3;
  box.scrollLeft = 0;
}
