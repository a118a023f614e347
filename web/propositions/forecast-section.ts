/** Forecasts: the form while the proposition is open, one's own, and those of others. */
import { canWrite } from "../lib/header";
import { h } from "../lib/dom";
import type { PropositionAnswer } from "./answers";
import type { SectionOptions } from "./evidence-section";
import { forecastForm } from "./forecast-form";
import { forecastList } from "./scores-view";

export function forecastSection(options: SectionOptions & Pick<PropositionAnswer, "forecasts">): HTMLElement {
  const { page, proposition, forecasts, onDone } = options;
  const isOwn = ({ by }: { by: string }): boolean => by === page.principal?.name || by === page.principal?.id;
  const open = proposition.outcome === null;
  return h(
    "section",
    { class: "stack", "aria-labelledby": "forecasts" },
    h("h2", { id: "forecasts" }, "Forecasts"),
    !open && h("p", {}, "It has an outcome, so no forecast can be added any more."),
    open &&
      canWrite(page) &&
      forecastForm({ slug: page.slug, id: proposition.id, onSaved: () => onDone("Your forecast is recorded.") })
        .element,
    forecasts.length === 0 && h("p", { class: "muted" }, "Nobody has recorded a forecast."),
    forecastList(forecasts.filter(isOwn), "Yours"),
    forecastList(
      forecasts.filter((forecast) => !isOwn(forecast)),
      "Of others",
    ),
  );
}
