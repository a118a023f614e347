/** The form beside the dashboard. Loaded when it is first opened; closing it keeps what was typed. */
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import "../styles/forms.css";
import "../styles/log.css";
import { h } from "../lib/dom";
import { openKeysDialog } from "./keys-dialog";
import { logPanel } from "./panel";
import type { PanelOptions } from "./panel";

export interface DrawerOptions {
  page: PageData;
  view: ScenarioView;
  ask: PanelOptions["ask"];
  onView: (view: ScenarioView) => void;
  /** Where the focus goes if what had it is no longer there. */
  back: () => void;
}

export function openDrawer({ page, view, ask, onView, back }: DrawerOptions): void {
  const opener = document.activeElement;
  const close = (): void => drawer.close();
  const closing = (label: string): HTMLElement =>
    h("button", { class: "button", type: "button", onclick: close }, label);
  const panel = logPanel({ page, view, ask, onView, leave: () => closing("Back to the dashboard") });
  const keys = h("button", { class: "button quiet small", type: "button", onclick: openKeysDialog }, "Keys");
  const drawer = h(
    "dialog",
    { class: "drawer", "aria-labelledby": "drawer-title" },
    h(
      "div",
      { class: "drawer-head" },
      h("h2", { id: "drawer-title" }, "Log an event"),
      h(
        "div",
        { class: "row" },
        keys,
        h(
          "button",
          { class: "button small", type: "button", onclick: close, title: "What you typed is kept" },
          "Close",
        ),
      ),
    ),
    panel.element,
  );
  drawer.addEventListener("close", () => {
    panel.stop();
    drawer.remove();
    // With nothing focused before, the browser goes on from where the reader was.
    if (opener === document.body) return;
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    else back();
  });
  document.body.append(drawer);
  drawer.showModal();
  panel.focus();
}
