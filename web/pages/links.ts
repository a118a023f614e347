import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import type { Snapshot } from "../../worker/contract/api-types";
import { linkItem } from "../forms/link-list";
import { newLinkForm } from "../forms/new-link";
import { messagePlace, readersNote } from "../forms/page-parts";
import { api, asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { canWrite, fillHeader } from "../lib/header";

const page = embedded<PageData>("page");
const view = embedded<ScenarioView>("view");
const message = messagePlace();
const list = h("ul", { class: "plain stack" });
const none = h("p", { class: "empty", hidden: true }, "No link was made yet.");

function mayWithdraw({ by }: Snapshot): boolean {
  return page.principal?.role === "owner" || (canWrite(page) && page.principal?.name === by);
}

async function load(): Promise<void> {
  try {
    const path = `/scenarios/${encodeURIComponent(page.slug)}/snapshots`;
    const { snapshots } = await api<{ snapshots: Snapshot[] }>("GET", path);
    list.replaceChildren(...snapshots.map((snapshot) => linkItem(snapshot, mayWithdraw(snapshot))));
    none.hidden = snapshots.length > 0;
    message.clear();
  } catch (error) {
    message.show("danger", asProblem(error).detail);
  }
}

fillHeader(page, "links");
document.title = `Share - ${view.title} - Signpost`;
byId("main").append(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, "Share"),
    ...(canWrite(page)
      ? [
          h(
            "p",
            { class: "prose" },
            `A link shows the dashboard exactly as it is now: events up to ${formatDate(view.asOf)}, by the records of revision ${view.revision}. ` +
              "Later events, corrections and retractions do not change it. It needs no account and stays open until you withdraw it.",
          ),
          newLinkForm(view, page.slug, () => void load()),
        ]
      : [readersNote(page, "make links")]),
    h("h2", {}, "Links made so far"),
    message.element,
    none,
    list,
  ),
);
void load();
