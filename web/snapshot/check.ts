/** Lets a reader check the page: here by one press, and on their own machine without trusting this server. */
import type { SnapshotPageData } from "../../worker/contract/page";
import { copyBox } from "../lib/copy";
import { h } from "../lib/dom";
import { pageUrl } from "./address";
import { checkCommands } from "./commands";

const TRUST =
  "This check was made with code from the same server: it shows that nothing was damaged or swapped on the way, not that the server is honest. To check without trusting it, run the commands below.";

function byHand(page: SnapshotPageData): HTMLElement {
  return h(
    "details",
    { class: "stack tight" },
    h("summary", {}, "Check it without trusting this server"),
    h(
      "p",
      { class: "small" },
      "The first part fetches three files. Then two commands check them, without a network: sha256sum must print the SHA-256 that this page names, openssl must say that the signature was verified. Compare the key with one that you had from the publisher by another way.",
    ),
    page.ticket !== "" && h("p", { class: "small" }, "The addresses work for an hour: this link is guarded."),
    copyBox({ id: "commands", label: "Commands", text: checkCommands(page, pageUrl(page)) }, 9),
  );
}

/** Null for a live page, which changes with the log and so is not signed. */
export function checkSection(page: SnapshotPageData): HTMLElement | null {
  if (page.purpose === "live") return null;
  const answer = h("div", { class: "stack tight", role: "status" });
  const button = h("button", { class: "button", type: "button" }, "Check this page");
  const press = async (): Promise<void> => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    answer.replaceChildren(h("p", { class: "muted" }, "Checking ..."));
    try {
      const { checkThisPage } = await import("./check-answer");
      answer.replaceChildren(await checkThisPage(page), h("p", { class: "small" }, TRUST));
    } catch {
      answer.replaceChildren(
        h("p", { class: "notice warning" }, "The check could not be loaded. Reload the page to try again."),
      );
    }
    button.removeAttribute("aria-disabled");
  };
  button.addEventListener("click", () => void press());
  return h(
    "section",
    { class: "stack check-page no-print", "aria-labelledby": "check-title" },
    h("h2", { id: "check-title" }, "Is this what was frozen?"),
    h(
      "p",
      { class: "prose" },
      "The frozen figures are signed with the publisher's key. Your browser can work out their fingerprint and check the signature. Title, publisher's note and corrections stand above the frozen figures and are not signed.",
    ),
    h("p", {}, button),
    answer,
    byHand(page),
  );
}
