/** Everything that is needed to work a verdict out again in the browser. */
import type { ApiEvent } from "../../worker/contract/api-types";
import { baseAssumptions } from "../../worker/core/assumption-base";
import { assumedVerdicts, type AssumedEvent, type AssumedLog } from "../../worker/core/assumptions";
import type { Registration, StateChange } from "../../worker/core/types";
import type { ScenarioView } from "../../worker/core/view-types";
import { api } from "../lib/api";
import { scenarioPath } from "../lib/header";

/** Above this the browser would stand still for too long. */
export const MOST_EVENTS = 20_000;

export const TOO_MANY = `This scenario has more than ${MOST_EVENTS.toLocaleString("en-GB")} events: too many to work the verdicts out again in the browser. The fixed checks beside the verdict still hold.`;
export const OTHER_RECORDS =
  "Other assumptions can be tried on the records of today only. Go back to now, or reload the page if somebody has just saved an event.";
export const NOT_THE_SAME =
  "Worked out here, the registered verdicts differ from those of the server, so nothing is shown. Reload the page; if it stays so, please report it.";

function assumedEvent(event: ApiEvent): AssumedEvent {
  const { indicator, date, score, weight, sourceUrl, sourceReliability, infoCredibility } = event;
  return {
    indicator,
    date,
    effective10: Math.round(score * 10),
    weight100: Math.round(weight * 100),
    sourceUrl,
    sourceReliability,
    infoCredibility,
  };
}

/** The view says what held from when; a change to the state that already held makes no difference. */
function stateChanges(view: ScenarioView): StateChange[] {
  return view.indicators.flatMap(({ key, spans }) =>
    spans.map(({ state, from }, order) => ({
      ref: `${key} ${order}`,
      indicator: key,
      date: from,
      state,
      title: "",
      order,
    })),
  );
}

/** The log that a view was made of. Months that the view does not show keep no attestation; `isSame` finds that out. */
export function logOf(view: ScenarioView, registration: Registration, events: readonly ApiEvent[]): AssumedLog {
  return {
    registration,
    asOf: view.asOf,
    completeTo: view.coverage.to,
    events: events.filter(({ status, state }) => status === "active" && state === null).map(assumedEvent),
    states: stateChanges(view),
    attestations: view.months.flatMap(({ month, attested }) =>
      attested === null ? [] : [{ month, note: "", inferred: attested === "inferred" }],
    ),
  };
}

/** Whether the registered verdicts come out as the view has them; else nothing worked out here could be trusted. */
export function isSame(log: AssumedLog, view: ScenarioView): boolean {
  const verdicts = assumedVerdicts(log, baseAssumptions(log.registration));
  return (
    verdicts.length === view.verdicts.length &&
    view.verdicts.every((want, at) => {
      const got = verdicts[at];
      if (!got || got.key !== want.key) return false;
      const [a, b] = [got, want].map(({ n, S, events, reading, published, agree, of, riseHigh }) =>
        [n, S, events, reading, published, agree, of, riseHigh?.toFixed(6)].join(" "),
      );
      return a === b;
    })
  );
}

export type Loaded = { log: AssumedLog } | { refused: string };

/** Loads the log up to the view's day, or says why it cannot be used. */
export async function loadLog(view: ScenarioView): Promise<Loaded> {
  if (view.eventsCounted > MOST_EVENTS) return { refused: TOO_MANY };
  const path = scenarioPath(view.slug);
  const [registration, { events, revision }] = await Promise.all([
    api<Registration>("GET", path),
    api<{ events: ApiEvent[]; revision: number }>("GET", `${path}/events.json?to=${view.asOf}`),
  ]);
  if (revision !== view.revision) return { refused: OTHER_RECORDS };
  const log = logOf(view, registration, events);
  return isSame(log, view) || view.pendingMonths.length > 0 ? { log } : { refused: NOT_THE_SAME };
}
