/** The dialog of a month. What is in it is fetched when a month is first opened: most readers never open one. */
import type { ScenarioView } from "../../worker/core/view-types";
import type { Month } from "../../worker/core/types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";

export interface MonthOptions {
  /** The reader's name; null for those who may only read. */
  writer: string | null;
  /** Whether the question where somebody looked stands open at once. */
  asks?: boolean;
  /** Runs when something of the month has been said or taken back. */
  onChanged: (month: Month) => void;
}

/** Shows what is known of a month, who looked, and lets an analyst add to it. */
export function openMonthDialog(view: ScenarioView, month: Month, options: MonthOptions): void {
  const place = h("div", { class: "stack" }, h("p", { class: "muted", role: "status" }, "One moment ..."));
  const close = h("button", { class: "button quiet small", type: "button" }, "Close");
  const dialog = h(
    "dialog",
    { class: "dialog stack", "aria-labelledby": "month-title" },
    h("div", { class: "row between" }, h("h2", { id: "month-title", tabindex: -1 }, formatDate(month)), close),
    place,
  );
  const fill = async (): Promise<void> => {
    const { monthPanel } = await import("../week/month-panel");
    const onChanged = (changed: Month): void => {
      dialog.close();
      options.onChanged(changed);
    };
    place.replaceChildren(...(await monthPanel(view, month, { ...options, onChanged })));
    if (options.asks) place.querySelector("textarea")?.focus();
  };
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  fill().catch(() =>
    place.replaceChildren(
      h("p", { class: "notice danger", role: "alert" }, "This month could not be loaded. Close this and try again."),
    ),
  );
}
