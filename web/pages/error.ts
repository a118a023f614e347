import type { ErrorPageData } from "../../worker/contract/page";
import { byId, embedded, h } from "../lib/dom";

const UNKNOWN: ErrorPageData = { status: 500, title: "Something went wrong", detail: "Try again in a moment." };

const page = embedded<ErrorPageData | null>("page") ?? UNKNOWN;
// Whoever opens a shared link has no account here: a way into the product would only lead to a closed door.
const shared = location.pathname.startsWith("/s/");

if (shared) byId("site-header").querySelector("a")?.removeAttribute("href");
byId("main").append(
  h(
    "div",
    { class: "stack error-page" },
    !shared && h("p", { class: "kicker" }, `Error ${page.status}`),
    h("h1", {}, page.title),
    h("p", { class: "lead" }, page.detail),
    !shared &&
      h(
        "p",
        { class: "row" },
        h("a", { class: "button primary", href: "/" }, "Go to the start page"),
        history.length > 1 &&
          h("button", { class: "button", type: "button", onclick: () => history.back() }, "Go back"),
      ),
  ),
);
