/** The checking and importing of one file: progress, report, decisions, and going on after a failure. */
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import type { ImportReport } from "../../worker/contract/import-report";
import { importStep, UNDECIDED, type Decisions } from "../forms/import-step";
import { whileBusy, type Message } from "../forms/page-parts";
import { asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { importedNotice } from "./outcome";
import { progressOf } from "./progress";
import { mustRestart, sendInParts, sendWhole, type Sending } from "./sending";
import { inOwnWords, prepare, type Fields, type Source } from "./source";
import { progressInWords } from "./words";

interface Stage {
  page: PageData;
  before: ScenarioView;
  message: Message;
  place: HTMLElement;
  onDone: () => void;
}

export interface Run {
  check(): Promise<void>;
  /** Whether leaving the page would lose something that is under way. */
  underWay(): boolean;
  discard(): void;
}

export function startRun({ page, before, message, place, onDone }: Stage, source: Source, fields: Fields): Run {
  const scenario = `/scenarios/${encodeURIComponent(page.slug)}`;
  const prepared = prepare(source, fields);
  const total = prepared.rows.length;
  const sending: Sending = prepared.whole ? sendWhole(scenario, source) : sendInParts(scenario, source, prepared);
  let underWay = false;
  /** Another file has taken its place: what is still under way has nothing to say any more. */
  let isGone = false;

  /** A failure, with the button that goes on from it. */
  function fail(error: unknown, goOn: () => Promise<void>, writing = false): void {
    if (isGone) return;
    const problem = asProblem(error);
    const restart = mustRestart(problem);
    if (restart) sending.restart(problem.status === 404);
    const kept =
      !writing && total > 0 && sending.checked() > 0 ? `${progressInWords(sending.checked(), total)}, and kept. ` : "";
    const offline = problem.status === 0 && problem.code === "offline";
    // The rows may be in the log, and only the answer was lost.
    const state = writing
      ? "Whether the rows are in the log will show: they go in once, never twice."
      : "Nothing has been imported.";
    const detail = offline
      ? `The server could not be reached. ${kept}${state} Check the connection, then go on.`
      : `${problem.detail} ${restart ? "" : kept}`.trim();
    const button = h("button", { class: "button primary", type: "button" }, restart ? "Check again" : "Go on");
    button.addEventListener("click", () => {
      message.clear();
      void (restart ? check() : goOn());
    });
    message.show("danger", detail, h("p", {}, button));
    button.focus();
  }

  async function check(decisions = UNDECIDED, focus = "h2"): Promise<void> {
    const again = (): Promise<void> => check(decisions, focus);
    sending.confirmDates(decisions.confirmDate);
    message.clear();
    if (prepared.rejected) {
      const nothing = { accepted: 0, unchanged: 0, corrected: 0, rejected: 0, revision: 0 };
      show({ fileRejected: true, ...nothing, messages: prepared.messages }, UNDECIDED, "h2");
      return;
    }
    const progress = progressOf(total, sending.checked());
    if (!prepared.whole) place.replaceChildren(progress.element);
    underWay = true;
    try {
      const done = await sending.check(progress.show, () => isGone || progress.stopped());
      if (isGone) return;
      if (done) await look(decisions, focus);
      else stopped(again);
    } catch (error) {
      place.replaceChildren();
      fail(error, again);
    }
  }

  function stopped(goOn: () => Promise<void>): void {
    const button = h("button", { class: "button primary", type: "button" }, "Go on");
    button.addEventListener("click", () => void goOn());
    place.replaceChildren();
    message.show(
      "info",
      `Stopped. ${progressInWords(sending.checked(), total)}; nothing has been imported.`,
      h("p", {}, button),
    );
    button.focus();
  }

  async function look(decisions: Decisions, focus: string): Promise<void> {
    try {
      const report = await sending.report(decisions);
      if (isGone) return;
      underWay = false;
      show(report, decisions, focus);
    } catch (error) {
      fail(error, () => look(decisions, focus));
    }
  }

  function show(report: ImportReport, decisions: Decisions, focus: string): void {
    const step = importStep({
      report: { ...report, messages: inOwnWords(report.messages, source, fields) },
      decisions,
      onDecide: (next) => {
        const names = ["acceptCorrections", "onlyValid", "confirmDate"] as const;
        const changed = names.find((name) => next[name] !== decisions[name]) ?? "onlyValid";
        const focus = `input[name="${changed}"]`;
        // Dates are judged with their rows, everything else once all of them are.
        void (changed === "confirmDate" ? check : look)(next, focus);
      },
      onImport: (button) => void whileBusy(button, "Importing", () => commit(decisions))(),
    });
    place.replaceChildren(step);
    step.querySelector<HTMLElement>(focus)?.focus();
  }

  async function commit(decisions: Decisions): Promise<void> {
    message.clear();
    underWay = true;
    try {
      const report = await sending.commit(decisions);
      underWay = false;
      place.replaceChildren(importedNotice(page, report, before));
      onDone();
    } catch (error) {
      fail(error, () => commit(decisions), true);
    }
  }

  const discard = (): void => {
    isGone = true;
    sending.discard();
  };
  return { check, underWay: () => underWay && !isGone, discard };
}
