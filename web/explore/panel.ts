/** "Try other assumptions": the verdicts worked out again in the browser, kept apart from the registered ones. */
import { assumptionLabels } from "../../worker/core/assumption-sentences";
import { baseAssumptions, type Assumptions } from "../../worker/core/assumption-base";
import { assumedVerdicts, type AssumedLog } from "../../worker/core/assumptions";
import type { ScenarioView } from "../../worker/core/view-types";
import { asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { differs, readAssumptions, writeAssumptions } from "./address";
import { assumptionForm, chosen, fill } from "./controls";
import { loadLog } from "./load";
import { resultTable } from "./results";

/** A turn of the event loop after the next paint, so that what was just said is seen before the work starts. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

const here = () => new URLSearchParams(location.search);

interface Actions {
  /** Called with each set of assumptions, so that the page can mark itself. */
  onChange: (differing: string[]) => void;
}

/** The panel's frame, its label, and what it holds. */
function frame(view: ScenarioView, log: AssumedLog, { onChange }: Actions): { element: HTMLElement; read: () => void } {
  let assumptions = readAssumptions(here(), view);
  let round = 0;
  const form = assumptionForm(view, log.events, assumptions.withoutSource);
  const label = h("p", { class: "label" });
  const status = h("p", { class: "visually-hidden", role: "status" });
  const results = h("div", {
    class: "table-scroll",
    tabindex: 0,
    role: "region",
    "aria-label": "Verdicts under these assumptions",
  });
  const reset = h(
    "button",
    { class: "button small", type: "button", onclick: () => differs(assumptions, view) && go(baseAssumptions(view)) },
    "Reset",
  );
  const copied = h("span", { class: "small muted", role: "status" });
  const copy = h(
    "button",
    { class: "button small", type: "button", onclick: () => void copyAddress(copied) },
    "Copy this address",
  );
  const element = h(
    "div",
    { class: "explore-body" },
    h("div", { class: "assumed-mark" }, label, h("div", { class: "row" }, reset, copy, copied)),
    form,
    results,
    status,
  );

  async function show(): Promise<void> {
    round += 1;
    const mine = round;
    const differing = assumptionLabels(assumptions, view);
    element.classList.toggle("differs", differing.length > 0);
    label.replaceChildren(
      ...(differing.length > 0
        ? [h("strong", {}, "Not the registered method"), `: ${differing.join("; ")}.`]
        : ["The registered method. Change something below to see what the verdicts would be."]),
    );
    // Not `disabled`, which would take the focus from somebody who has just pressed it.
    reset.setAttribute("aria-disabled", String(differing.length === 0));
    copied.textContent = "";
    onChange(differing);
    results.setAttribute("aria-busy", "true");
    await painted();
    if (mine !== round) return;
    const verdicts = assumedVerdicts(log, assumptions);
    results.replaceChildren(resultTable(view, verdicts));
    results.setAttribute("aria-busy", "false");
    status.textContent =
      differing.length > 0
        ? `Worked out again. Not the registered method: ${differing.join("; ")}.`
        : "The registered verdicts.";
  }

  function go(next: Assumptions): void {
    assumptions = next;
    fill(form, next);
    const search = writeAssumptions(here(), next, view).toString();
    history.pushState(null, "", `${scenarioPath(view.slug)}${search === "" ? "" : `?${search}`}`);
    void show();
  }

  form.addEventListener("change", () => go(chosen(form, assumptions)));
  form.addEventListener("submit", (event) => event.preventDefault());
  const read = () => {
    assumptions = readAssumptions(here(), view);
    fill(form, assumptions);
    void show();
  };
  read();
  return { element, read };
}

async function copyAddress(copied: HTMLElement): Promise<void> {
  const done = await navigator.clipboard?.writeText(location.href).then(
    () => true,
    () => false,
  );
  copied.textContent = done ? "Copied. It opens for those who may sign in here." : "Copy it from the address bar.";
}

export interface Panel {
  element: HTMLElement;
  /** Reads the address again, after Back. */
  read: () => void;
}

/** Loads the log and makes the panel; one that cannot be used says why. */
export async function openPanel(view: ScenarioView, actions: Actions): Promise<Panel> {
  const refused = (text: string): Panel => {
    actions.onChange(differs(readAssumptions(here(), view), view) ? ["assumptions that cannot be tried here"] : []);
    return { element: h("p", { class: "notice warning", role: "status" }, text), read: () => undefined };
  };
  try {
    const loaded = await loadLog(view);
    return "refused" in loaded ? refused(loaded.refused) : frame(view, loaded.log, actions);
  } catch (error) {
    return refused(asProblem(error).detail);
  }
}
