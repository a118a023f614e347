import type { CodePageData, SignInPageData } from "../../worker/contract/page";
import { byId, embedded } from "../lib/dom";
import { noteSignOut } from "../lib/person";

// The form works without this script: the code can be typed. With it, a link's code needs one press of the button,
// which a link preview or a virus scanner does not make.
const page = embedded<SignInPageData | CodePageData | null>("page");
const code = page?.code ?? "";
const problem = page?.problem ?? "";

if (code !== "") {
  byId<HTMLInputElement>("code").value = code;
  byId("code-field").hidden = true;
  byId("code-ready").hidden = false;
}
if (problem !== "") {
  byId("problem").textContent = problem;
  byId("problem").hidden = false;
}
if (page !== null && "deployed" in page) {
  byId("recover").textContent = `npm run recover -- --url ${location.origin}`;
  byId("how-deployed").hidden = !page.deployed;
  byId("how-local").hidden = page.deployed;
}

// Where signing out leads.
if (new URLSearchParams(location.search).has("out")) {
  noteSignOut();
  byId("out").hidden = false;
}
