/** Freezes the dashboard as a link, and shows the link the one time that it can be shown. */
import type { ScenarioView } from "../../worker/core/view-types";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { problemsByField } from "./check";
import type { Snapshot } from "../../worker/contract/api-types";
import { textControl } from "./controls";
import { messagePlace, whileBusy } from "./page-parts";
import { asProblem } from "../lib/api";

type Made = Pick<Snapshot, "id"> & { url: string };

/** The address in a field, so that it can be copied by hand where the clipboard is closed to pages. */
export function madeNotice({ url }: Made): HTMLElement {
  const address = h("input", { id: "link", readonly: true, value: url, dir: "ltr", class: "mono" });
  const told = h("span", { role: "status", class: "small" });
  const copy = h("button", { class: "button primary", type: "button" }, "Copy");
  copy.addEventListener("click", () => {
    address.select();
    navigator.clipboard.writeText(url).then(
      () => (told.textContent = "Copied."),
      () => (told.textContent = "Copying is not allowed here: the address is selected, copy it with the keyboard."),
    );
  });
  return h(
    "section",
    { class: "notice success" },
    h("h2", { tabindex: -1 }, "The link is ready"),
    h(
      "p",
      {},
      h("strong", {}, "It is shown only now."),
      " Only a fingerprint of it is kept, so it cannot be shown again. Whoever has it can read the frozen page, without an account.",
    ),
    h("div", { class: "field" }, h("label", { for: "link" }, "Address"), h("div", { class: "copy" }, address, copy)),
    h("p", { class: "row" }, h("a", { href: url }, "Open it"), told),
  );
}

export function newLinkForm(view: ScenarioView, slug: string, onMade: () => void): HTMLElement {
  const title = textControl({ name: "title", label: "Title", hint: "Readers see it above the frozen page." });
  const note = textControl({ name: "note", label: "Note to the reader", optional: true, rows: 3 });
  const prefilled = `${view.title} (as of ${formatDate(view.asOf)})`;
  const message = messagePlace();
  const made = h("div");
  const button = h("button", { class: "button primary" }, "Freeze the dashboard as a link");
  title.set(prefilled);
  const freeze = whileBusy(button, "Freezing", async () => {
    message.clear();
    title.problem(title.value().trim() === "" ? "Give the link a title." : null);
    if (title.value().trim() === "") return title.focus();
    try {
      const body = {
        title: title.value().trim(),
        ...(note.value().trim() === "" ? {} : { note: note.value().trim() }),
      };
      const answer = await api<Made>("POST", `/scenarios/${encodeURIComponent(slug)}/snapshots`, { body });
      const notice = madeNotice(answer);
      made.replaceChildren(notice);
      notice.querySelector("h2")?.focus();
      title.set(prefilled);
      note.set("");
      onMade();
    } catch (error) {
      const { problems } = problemsByField(asProblem(error).errors);
      title.problem(problems.title ?? null);
      message.show("danger", asProblem(error).detail);
    }
  });
  const form = h(
    "form",
    {
      class: "card stack",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void freeze();
      },
    },
    title.element,
    note.element,
    message.element,
    h("p", {}, button),
  );
  return h("div", { class: "stack" }, made, form);
}
