import type { PageData } from "../../worker/contract/page";
import type { ScenarioView, ViewProposition } from "../../worker/core/view-types";
import { messagePlace, readersNote } from "../forms/page-parts";
import { api, asProblem } from "../lib/api";
import { utcToday } from "../lib/clock";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { visibleText } from "../lib/user-text";
import { addForm } from "../propositions/add-form";
import type { Forecaster, PropositionAnswer } from "../propositions/answers";
import { evidenceSection } from "../propositions/evidence-section";
import { facts, heading, probabilityPicture } from "../propositions/facts";
import { forecastersView } from "../propositions/forecasters-view";
import { forecastSection } from "../propositions/forecast-section";
import { historyView } from "../propositions/history-view";
import { outcomeSection } from "../propositions/outcome-section";
import { scores } from "../propositions/scores-view";
import { drawSlots } from "../view/slot";

const page = embedded<PageData>("page");
let view = embedded<ScenarioView>("view");
const id = decodeURIComponent(location.pathname.split("/").at(-1) ?? "");
const scenario = `/scenarios/${encodeURIComponent(page.slug)}`;
const message = messagePlace();
const place = h("div", { class: "stack" });
const READER =
  "You are signed in as a reader: analysts and owners rate evidence, record forecasts and say the outcome.";
let takeDown: () => void = () => undefined;

function show(proposition: ViewProposition, answer: PropositionAnswer | null, forecasters: Forecaster[] | null): void {
  takeDown();
  const options = { page, view, proposition, onDone: (done: string) => void changed(done) };
  const picture = probabilityPicture(view, proposition);
  document.title = `${visibleText(proposition.question)} - Signpost`;
  place.replaceChildren(
    heading(proposition),
    message.element,
    facts(proposition),
    ...(canWrite(page) ? [] : [h("p", { class: "muted" }, READER)]),
    ...(picture ? [picture.element] : []),
    ...(answer
      ? [
          evidenceSection(options),
          outcomeSection(options),
          forecastSection({ ...options, forecasts: answer.forecasts }),
          scores(answer, view.articleScores),
          ...(forecasters ? [forecastersView(forecasters)] : []),
          historyView(answer.history),
        ]
      : [h("p", { role: "status" }, "Reading evidence, forecasts and history.")]),
  );
  takeDown = picture?.slot ? drawSlots([picture.slot]) : () => undefined;
}

/**
 * A claim that is open is asked about today: it may have been added, rated or settled after the last month that somebody
 * looked at, where the figures of the dashboard stop.
 */
async function upToToday(claim: ViewProposition): Promise<ViewProposition> {
  const day = utcToday();
  if (claim.outcome !== null || view.asOf >= day) return claim;
  view = await api<ScenarioView>("GET", `${scenario}/view?asOf=${day}`);
  return view.propositions.find((proposition) => proposition.id === id) ?? claim;
}

/** Reads it anew. A list of forecasters that cannot be read is left out: it is no part of this claim. */
async function load(): Promise<void> {
  const [answer, forecasters] = await Promise.all([
    api<PropositionAnswer>("GET", `${scenario}/propositions/${encodeURIComponent(id)}`),
    api<{ forecasters: Forecaster[] }>("GET", `${scenario}/forecasters`).catch(() => null),
  ]);
  const proposition = await upToToday(answer.proposition);
  show(proposition, { ...answer, proposition }, forecasters?.forecasters ?? null);
}

/** After a change: everything read again, and what was done said where the focus is. */
async function changed(done: string): Promise<void> {
  try {
    view = await api<ScenarioView>("GET", `${scenario}/view`);
    await load();
    message.show("success", done);
  } catch (error) {
    message.show("warning", done, `The page could not be read again: ${asProblem(error).detail}`);
  }
  message.element.focus();
}

async function start(): Promise<void> {
  const known = view.propositions.find((proposition) => proposition.id === id);
  if (known) show(known, null, null);
  else place.replaceChildren(h("p", { role: "status" }, "Reading the claim."));
  try {
    await load();
  } catch (error) {
    const { status, detail } = asProblem(error);
    if (known) message.show("danger", detail);
    else {
      place.replaceChildren(
        h("h1", {}, status === 404 ? "No such claim" : "The claim could not be read"),
        h("p", { role: "alert" }, detail),
      );
    }
  }
}

function startNew(): void {
  document.title = `Add a claim - ${visibleText(view.title)} - Signpost`;
  const onAdded = (added: string): void =>
    location.assign(scenarioPath(page.slug, `/propositions/${encodeURIComponent(added)}`));
  place.replaceChildren(
    h("h1", {}, "Add a claim"),
    ...(canWrite(page)
      ? [
          h(
            "p",
            { class: "muted" },
            "It is marked as added today, and scored only for forecasts recorded from now on.",
          ),
          addForm(page, onAdded),
        ]
      : [readersNote(page, "add claims")]),
  );
}

fillHeader(page, "none");
byId("main").append(
  h(
    "div",
    { class: "stack" },
    h("p", {}, h("a", { href: `${scenarioPath(page.slug)}#propositions` }, "All claims")),
    place,
  ),
);
if (id === "new") startNew();
else void start();
