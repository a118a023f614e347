/** Records a forecast in per cent. The server's clock dates it; an earlier one stays and counts for the days before. */
import { textControl } from "../forms/controls";
import { api } from "../lib/api";
import { askForm, type AskForm } from "./ask-form";
import { echoPercent, readPercent } from "./read-answers";

export interface ForecastOptions {
  slug: string;
  id: string;
  onSaved: () => void;
}

const LABELS = { probability: "Your probability that it comes true, in %" };

export function forecastForm({ slug, id, onSaved }: ForecastOptions): AskForm<"probability"> {
  return askForm(slug, {
    name: `proposition.${id}.forecast`,
    labels: LABELS,
    fields: {
      probability: textControl({
        name: "forecast-probability",
        label: LABELS.probability,
        inputmode: "decimal",
        hint: "From 1 to 99. You may change your mind: each day is scored by the forecast that held on it.",
        echo: echoPercent,
      }),
    },
    saveLabel: "Record the forecast",
    busyLabel: "Recording",
    check: ({ probability }) => {
      const read = readPercent(probability);
      return read.ok ? {} : { probability: read.problem };
    },
    send: async ({ probability }) => {
      const read = readPercent(probability);
      const value = read.ok ? read.value : null;
      const path = `/scenarios/${encodeURIComponent(slug)}/propositions/${encodeURIComponent(id)}/forecasts`;
      await api("POST", path, { body: { probability: value } });
      return () => onSaved();
    },
  });
}
