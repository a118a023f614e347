import type { StatusPageData } from "../../worker/contract/page";
import { momentLabel } from "../../worker/core/moments";
import { byId, embedded, h, type Child } from "../lib/dom";
import { fillHeader } from "../lib/header";
import { wrongRecords } from "../status/records";
import { scenarioTable, usageTable } from "../status/tables";
import { backupWords, databaseWords, linkWords, signatureWords } from "../status/words";

const page = embedded<StatusPageData>("page");
const { status } = page;

function section(id: string, title: string, ...content: Child[]): HTMLElement {
  return h("section", { class: "card stack tight", "aria-labelledby": id }, h("h2", { id }, title), ...content);
}

function facts(...rows: [name: string, text: Child][]): HTMLElement {
  return h("dl", { class: "facts" }, ...rows.flatMap(([name, text]) => [h("dt", {}, name), h("dd", {}, text)]));
}

/** What stands between backticks is a command. */
function withCode(text: string): Child[] {
  return text.split("`").map((part, i) => (i % 2 === 1 ? h("code", {}, part) : part));
}

function warnings(): HTMLElement {
  if (status.warnings.length === 0) return h("p", { class: "notice success" }, "Nothing needs you.");
  const items = status.warnings.map((warning) => h("li", {}, ...withCode(warning)));
  return h("div", { class: "notice warning" }, h("p", {}, "This needs somebody:"), h("ul", {}, ...items));
}

fillHeader(page, "status");
byId("main").replaceChildren(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, "Status"),
    h("p", { class: "muted" }, `${status.version}, as of ${momentLabel(status.at)}. Reload for newer numbers.`),
    warnings(),
    status.wrongRecords.length > 0 &&
      section("records-title", "What was said at a month\u2019s end", wrongRecords(status)),
    section(
      "safe-title",
      "What is kept",
      facts(
        ["Last backup", backupWords(status)],
        ["Database", databaseWords(status)],
        ["Links", linkWords(status)],
        ["Signatures", signatureWords(status)],
        ["Secrets", status.secrets.length === 0 ? "All right." : "Not all right: see above."],
      ),
    ),
    section(
      "ledgers-title",
      "Scenarios",
      status.scenarios.length === 0 ? h("p", {}, "No scenario is registered yet.") : scenarioTable(status.scenarios),
    ),
    section(
      "use-title",
      "Use",
      usageTable(status.usage),
      h(
        "p",
        { class: "small muted" },
        "Days and months are UTC. Counted by Signpost itself and written down about once a minute: a little is missed when Cloudflare ends a worker before that, and what wrangler reads is not in it. The bill goes by Cloudflare's own count.",
      ),
    ),
  ),
);
