/** Records of month-ends that are wrong, each with a form that puts it right. */
import type { SaidCorrected } from "../../worker/contract/api-types";
import type { Status } from "../../worker/contract/status-types";
import type { WrongRecord } from "../../worker/core/said";
import { textControl } from "../forms/controls";
import { messagePlace } from "../forms/page-parts";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { askForm } from "../propositions/ask-form";
import { correctedWords, wrongRecordWords } from "./words";

const LABELS = { reason: "Reason" };

function correctForm({ scenario, month }: WrongRecord, onDone: (done: SaidCorrected) => void): HTMLFormElement {
  const { element } = askForm(scenario, {
    name: `said.${month}`,
    labels: LABELS,
    fields: {
      reason: textControl({
        name: `reason-${scenario}-${month}`,
        label: LABELS.reason,
        hint: "Kept in the ledger, for everybody to read.",
        rows: 2,
      }),
    },
    saveLabel: `Put ${formatDate(month)} right`,
    busyLabel: "Putting it right",
    check: ({ reason }) => (reason.trim() === "" ? { reason: "Say why, in a few words." } : {}),
    send: async ({ reason }) => {
      const path = scenarioPath(scenario, `/said-months/${month}/correct`);
      const done = await api<SaidCorrected>("POST", path, { body: { reason: reason.trim() } });
      return () => onDone(done);
    },
  });
  return element;
}

function item(record: WrongRecord, title: string): HTMLElement {
  const message = messagePlace();
  const place = h("div", {});
  const form = correctForm(record, (done) => {
    place.remove();
    message.show("success", correctedWords(done));
    message.element.focus();
  });
  place.append(form);
  return h(
    "li",
    { class: "wrong-record stack tight" },
    h("h3", {}, `${formatDate(record.month)}, `, userText(title)),
    h("p", {}, wrongRecordWords(record)),
    message.element,
    place,
  );
}

export function wrongRecords({ wrongRecords: records, scenarios }: Status): HTMLElement {
  const titles = new Map(scenarios.map(({ slug, title }) => [slug, title]));
  const items = records.map((record) => item(record, titles.get(record.scenario) ?? record.scenario));
  return h(
    "div",
    { class: "stack" },
    h(
      "p",
      {},
      "A month is recorded once it is over, by the last revision of then. These records are wrong. Putting one right is an entry of the ledger, with your reason.",
    ),
    h("ul", { class: "plain" }, ...items),
  );
}
