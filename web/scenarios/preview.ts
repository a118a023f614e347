import type { Scenario } from "../../worker/contract/registration";
import type { Indicator } from "../../worker/core/types";
import { h } from "../lib/dom";
import { confirmBox } from "../forms/confirm-box";
import { countOf, formatDate, formatNumber, formatSigned } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import type { NewAddress } from "./new-address";
import { claimInWords, dayQuestion, dayWarning, indicatorInWords, rulesInWords } from "./preview-rules";

/** More than this many codes are folded by indicator. */
const OPEN_UP_TO = 24;
const CLAIMS_OPEN_UP_TO = 8;

export interface PreviewOptions {
  scenario: Scenario;
  address: Extract<NewAddress, { problem: null }>;
  dropped: string[];
  today: string;
  /** `confirmed`: the day that was asked about is right. */
  onRegister: (button: HTMLButtonElement, confirmed: boolean) => void;
}

function facts({ registration }: Scenario, { slug, beside }: PreviewOptions["address"]): HTMLElement {
  const address = `${scenarioPath(slug)}${beside ? `, beside version ${beside.version}, which stays as it is` : ""}`;
  const rows: [string, Node | string][] = [
    ["Title", userText(registration.title)],
    ["Claim", userText(registration.claim)],
    ["Address", address],
    ["Version", String(registration.version)],
    ...rulesInWords(registration).map(([name, text]): [string, Node] => [name, userText(text)]),
  ];
  return h("dl", { class: "facts" }, ...rows.flatMap(([name, text]) => [h("dt", {}, name), h("dd", {}, text)]));
}

function table(caption: string, value: string, rows: [string, string, string][]): HTMLElement {
  return h(
    "div",
    { class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h("tr", {}, h("th", {}, "What is logged"), h("th", {}, "Key in files"), h("th", { class: "number" }, value)),
      ),
      h(
        "tbody",
        {},
        ...rows.map(([label, key, shown]) =>
          h("tr", {}, h("td", {}, userText(label)), h("td", {}, h("code", {}, key)), h("td", { class: "number" }, shown)),
        ),
      ),
    ),
  );
}

function indicator(one: Indicator, open: boolean): HTMLElement {
  const codes = one.codebook.map(({ label, key, score }): [string, string, string] => [label, key, formatSigned(score)]);
  const states = (one.states ?? []).map(({ label, key, value }): [string, string, string] => [
    label,
    key,
    formatNumber(value, 2),
  ]);
  return h(
    "details",
    { class: "rule", open },
    h("summary", {}, h("strong", {}, userText(one.label)), ` ${indicatorInWords(one)}`),
    one.description !== "" && h("p", { class: "small" }, userText(one.description)),
    one.kind === "event"
      ? table(`Codes of ${one.label}`, "Points", codes)
      : table(`States of ${one.label}`, "Share", states),
  );
}

function claims({ propositions, evidence, outcomes }: Scenario): HTMLElement {
  return h(
    "details",
    { class: "rule", open: propositions.length <= CLAIMS_OPEN_UP_TO },
    h("summary", {}, countOf(propositions.length, "claim")),
    h(
      "ul",
      { class: "plain" },
      ...propositions.map((one) =>
        h(
          "li",
          {},
          h("p", {}, userText(one.question)),
          h(
            "p",
            { class: "small muted" },
            `${claimInWords(one, evidence[one.id]?.length ?? 0, outcomes[one.id]?.result ?? "open")}.`,
          ),
        ),
      ),
    ),
  );
}

function warnings({ scenario, dropped, today }: PreviewOptions): HTMLElement[] {
  const day = dayWarning(scenario.registration, today);
  return [
    ...(day === null ? [] : [h("p", { class: "notice warning" }, day)]),
    ...(dropped.length === 0
      ? []
      : [
          h(
            "div",
            { class: "notice warning" },
            h(
              "p",
              {},
              `${countOf(dropped.length, "member")} not part of the format, so left out. Are they spelt as meant?`,
            ),
            h("ul", { class: "dropped" }, ...dropped.map((path) => h("li", {}, h("code", {}, path)))),
          ),
        ]),
  ];
}

/** All that registering would freeze, with what may not be meant, and the button that does it. */
export function preview(options: PreviewOptions): HTMLElement {
  const { scenario, address, today, onRegister } = options;
  const { indicators, registeredOn } = scenario.registration;
  const codes = indicators.reduce((sum, { codebook, states = [] }) => sum + codebook.length + states.length, 0);
  const button = h("button", { class: "button primary", type: "button" }, "Register and freeze");
  const day = confirmBox("confirm-day");
  const question = dayQuestion(scenario.registration, today);
  day.ask(
    question === null
      ? null
      : {
          text: `${question} Is the day right?`,
          answer: `Yes, ${formatDate(registeredOn)} is right.`,
          insist: "Say that the day is right, or put it right in the file: it is frozen with the rest.",
        },
  );
  button.addEventListener("click", () => {
    if (!day.holds()) onRegister(button, day.confirmed());
  });
  return h(
    "section",
    { class: "stack", "aria-labelledby": "preview" },
    h("h2", { id: "preview", tabindex: -1 }, "What will be frozen"),
    ...warnings(options),
    facts(scenario, address),
    h("h3", {}, countOf(indicators.length, "indicator")),
    h("div", {}, ...indicators.map((one) => indicator(one, codes <= OPEN_UP_TO))),
    scenario.propositions.length > 0 && h("div", {}, claims(scenario)),
    h(
      "div",
      { class: "notice info" },
      h("p", {}, h("strong", {}, "Registering cannot be taken back or edited."), " That is what makes the verdict worth something: nobody can bend the rules afterwards."),
      h("p", {}, "To change a rule later, raise ", h("code", {}, "version"), " in the file and register it again: it stands beside this one, which stays."),
      day.element,
      h("p", {}, button),
    ),
  );
}
