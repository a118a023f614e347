/** The button that opens the assumptions; the panel and the core's verdicts are loaded only then. */
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { differs, readAssumptions } from "./address";
import type { Panel } from "./panel";

const CLOSED = "Try other assumptions";
const OPEN = "Close the other assumptions";
const MARK = "Not the registered method";

let stop: () => void = () => undefined;

/** A section with the button, opened at once where the address holds other assumptions. */
export function explore(view: ScenarioView): HTMLElement {
  const title = document.title.replace(`${MARK}: `, "");
  const body = h("div", { id: "explore-body", hidden: true });
  const hint = h("p", { class: "small muted" });
  let panel: Promise<Panel> | null = null;
  const button = h(
    "button",
    {
      class: "button",
      type: "button",
      "aria-expanded": "false",
      "aria-controls": "explore-body",
      onclick: () => toggle(),
    },
    CLOSED,
  );
  const section = h(
    "section",
    { class: "explore", "aria-labelledby": "explore-title" },
    h("h2", { class: "visually-hidden", id: "explore-title" }, CLOSED),
    h("div", { class: "row no-print" }, button, hint),
    body,
  );

  function onChange(differing: string[]): void {
    const marked = differing.length > 0;
    section.classList.toggle("differs", marked);
    document.title = marked ? `${MARK}: ${title}` : title;
    hint.textContent = marked
      ? `${MARK} in this panel; the rest of the page shows the registered one.`
      : "Fading, weights, what counts: see whether the verdicts stand. The rest of the page stays as it is.";
  }

  async function open(): Promise<void> {
    body.hidden = false;
    button.setAttribute("aria-expanded", "true");
    button.textContent = OPEN;
    if (panel) return;
    body.replaceChildren(h("p", { class: "muted", role: "status" }, "Loading the events ..."));
    panel = import("./panel").then(({ openPanel }) => openPanel(view, { onChange }));
    try {
      body.replaceChildren((await panel).element);
    } catch {
      panel = null;
      body.replaceChildren(
        h(
          "p",
          { class: "notice danger", role: "alert" },
          "This part could not be loaded. Reload the page to try again.",
        ),
      );
    }
  }

  function toggle(): void {
    if (body.hidden) {
      void open();
      return;
    }
    body.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.textContent = CLOSED;
  }

  function readAddress(): void {
    const marked = differs(readAssumptions(new URLSearchParams(location.search), view), view);
    if (panel) void panel.then(({ read }) => read());
    if (marked && body.hidden) void open();
  }

  onChange([]);
  readAddress();
  stop();
  addEventListener("popstate", readAddress);
  stop = () => removeEventListener("popstate", readAddress);
  return section;
}
