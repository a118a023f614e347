/** The page before a guarded link. The form works without this script; with it, the page says what is asked and why. */
import type { OpenPageData } from "../../worker/contract/page";
import { byId, embedded } from "../lib/dom";
import { userText } from "../lib/user-text";
import { opensLeft } from "../snapshot/opens-left";

const page = embedded<OpenPageData | null>("page");
const passphrase = byId<HTMLInputElement>("passphrase");
const left = opensLeft(page?.opensLeft ?? null);

/** What was wrong is read out with the field that it is about, where there is one. */
function showProblem(text: string, needsPassphrase: boolean): void {
  const problem = byId("problem");
  problem.textContent = text;
  problem.hidden = false;
  if (!needsPassphrase) return problem.focus();
  passphrase.setAttribute("aria-invalid", "true");
  passphrase.setAttribute("aria-describedby", "problem passphrase-hint");
  passphrase.focus();
}

if (page !== null) {
  const { publisher, needsPassphrase, problem } = page;
  byId("publisher").replaceChildren("Shared by ", userText(publisher));
  byId("passphrase-field").hidden = !needsPassphrase;
  byId("lost").hidden = !needsPassphrase;
  passphrase.disabled = !needsPassphrase;
  passphrase.required = needsPassphrase;
  byId("about").textContent = needsPassphrase
    ? "This page opens with the passphrase that the sender of the link gave you."
    : "This page opens with a press of the button, so that programs that look at links do not use it up.";
  byId("left").textContent = left;
  byId("left").hidden = left === "";
  if (problem !== "") showProblem(problem, needsPassphrase);
}

// Pressed twice, it would count twice. A page that is gone back to may be sent again.
let sent = false;
byId<HTMLFormElement>("gate").addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
addEventListener("pageshow", () => (sent = false));
