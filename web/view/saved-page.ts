import type { SavedPage } from "../charts/saved";
import type { ScenarioView } from "../../worker/core/view-types";
import { scenarioPath } from "../lib/header";
import type { EventHref } from "./events";

type Standing = Pick<ScenarioView, "slug" | "title" | "asOf" | "revision">;

/** This very page: a frozen link, or an event. */
export function thisPage({ slug, title, asOf, revision }: Standing): SavedPage {
  return { slug, scenario: title, asOf, revision, url: `${location.origin}${location.pathname}` };
}

/** A frozen page is its own link; the dashboard has one to the figures that it shows now, whatever is logged later. */
export function pageOf(view: Standing, eventHref: EventHref): SavedPage {
  if (eventHref === null) return thisPage(view);
  const { slug, asOf, revision } = view;
  return { ...thisPage(view), url: `${location.origin}${scenarioPath(slug)}?asOf=${asOf}&revision=${revision}` };
}
