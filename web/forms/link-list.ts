/** The list of frozen links, each to be withdrawn on the spot. */
import { api, asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { userText } from "../lib/user-text";
import type { Snapshot } from "../../worker/contract/api-types";
import { textControl } from "./controls";
import { momentInWords } from "./event-view";
import { messagePlace, whileBusy } from "./page-parts";

/** Asks once more in place, with an optional reason that whoever opens the link afterwards reads. */
function withdrawForm(snapshot: Snapshot, onDone: (snapshot: Snapshot) => void, onCancel: () => void): HTMLElement {
  const reason = textControl({
    name: `reason-${snapshot.id}`,
    label: "Reason",
    optional: true,
    hint: "Whoever opens the link from now on reads it.",
  });
  const message = messagePlace();
  const button = h("button", { class: "button danger small" }, "Withdraw now");
  const withdraw = whileBusy(button, "Withdrawing", async () => {
    const text = reason.value().trim();
    try {
      onDone(
        await api<Snapshot>(
          "DELETE",
          `/snapshots/${encodeURIComponent(snapshot.id)}`,
          text === "" ? {} : { body: { reason: text } },
        ),
      );
    } catch (error) {
      message.show("danger", asProblem(error).detail);
    }
  });
  return h(
    "form",
    {
      class: "stack tight",
      onsubmit: (event) => {
        event.preventDefault();
        void withdraw();
      },
    },
    h("p", {}, "The link stops working at once and cannot be opened again. The log is not touched."),
    reason.element,
    message.element,
    h(
      "div",
      { class: "row" },
      h("button", { class: "button small", type: "button", onclick: onCancel }, "Keep it"),
      button,
    ),
  );
}

function status(snapshot: Snapshot): HTMLElement {
  if (snapshot.status === "open") return h("span", { class: "badge open" }, "open");
  return h("span", { class: "badge" }, "withdrawn");
}

/** Only whoever made a link, or an owner, may withdraw it; the server has the last word. */
export function linkItem(first: Snapshot, mayWithdraw: boolean): HTMLLIElement {
  const item = h("li", { class: "card stack tight" });
  const show = (snapshot: Snapshot, focus: boolean): void => {
    const work = h("div");
    const withdraw = h("button", { class: "button small", type: "button" }, "Withdraw");
    withdraw.addEventListener("click", () => {
      const form = withdrawForm(
        snapshot,
        (done) => show(done, true),
        () => (work.replaceChildren(withdraw), withdraw.focus()),
      );
      work.replaceChildren(form);
      form.querySelector("input")?.focus();
    });
    if (mayWithdraw && snapshot.status === "open") work.append(withdraw);
    const title = h("h3", { tabindex: -1 }, userText(snapshot.title));
    item.replaceChildren(
      h("div", { class: "row between" }, title, status(snapshot)),
      h(
        "p",
        { class: "muted small" },
        `Frozen ${momentInWords(snapshot.createdAt)} by `,
        userText(snapshot.by),
        `. Events up to ${formatDate(snapshot.asOf)}, revision ${snapshot.revision}.`,
      ),
      ...(snapshot.note === "" ? [] : [h("p", { class: "lines" }, userText(snapshot.note))]),
      ...(snapshot.withdrawnAt === null
        ? []
        : [
            h(
              "p",
              {},
              `Withdrawn ${momentInWords(snapshot.withdrawnAt)}.`,
              snapshot.withdrawnReason !== "" && " Reason: ",
              snapshot.withdrawnReason !== "" && userText(snapshot.withdrawnReason),
            ),
          ]),
      work,
    );
    if (focus) title.focus();
  };
  show(first, false);
  return item;
}
