/** The tables of the status page. */
import type { ScenarioStanding, Status, UsageCount } from "../../worker/contract/status-types";
import { h, type Child } from "../lib/dom";
import { formatNumber } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { pendingWords, problemWords } from "./words";

/** Each scenario with its revision, its ledger's head and what waits. */
export function scenarioTable(scenarios: readonly ScenarioStanding[]): HTMLElement {
  const rows = scenarios.map(({ slug, title, revision, head, pendingMonths, problem }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, h("a", { href: scenarioPath(slug) }, userText(title))),
      h("td", { class: "number" }, formatNumber(revision, 0)),
      h("td", { class: "mono", title: head }, `${head.slice(0, 12)}…`),
      h("td", {}, problem === null ? pendingWords(pendingMonths) : problemWords(problem)),
    ),
  );
  const names = [
    h("th", { scope: "col" }, "Scenario"),
    h("th", { scope: "col", class: "number" }, "Revision"),
    h("th", { scope: "col" }, "Ledger head"),
    h("th", { scope: "col" }, "Verdicts to compute"),
  ];
  return table("Scenarios as a table", names, rows);
}

/** What Workers' free plan and its D1 allow in a day; Cloudflare counts them for the whole account. */
const FREE_A_DAY: UsageCount = { requests: 100_000, rowsRead: 5_000_000, rowsWritten: 100_000 };

/** What was counted today and this month, beside what the free plan allows. */
export function usageTable({ today, month }: Status["usage"]): HTMLElement {
  const counted: [name: string, of: keyof UsageCount][] = [
    ["Requests", "requests"],
    ["Rows read", "rowsRead"],
    ["Rows written", "rowsWritten"],
  ];
  const rows = counted.map(([name, of]) => {
    const numbers = [today[of], month[of], FREE_A_DAY[of]].map((count) => formatNumber(count, 0));
    return h("tr", {}, h("th", { scope: "row" }, name), ...numbers.map((text) => h("td", { class: "number" }, text)));
  });
  const names = ["Today", "This month", "Free plan, a day"].map((name) =>
    h("th", { scope: "col", class: "number" }, name),
  );
  return table("Use as a table", [h("th", { scope: "col" }, "Counted"), ...names], rows);
}

function table(label: string, names: Child[], rows: Child[]): HTMLElement {
  return h(
    "div",
    { class: "table-scroll", tabindex: "0", role: "region", "aria-label": label },
    h("table", {}, h("thead", {}, h("tr", {}, ...names)), h("tbody", {}, ...rows)),
  );
}
