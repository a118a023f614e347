/** Fetches what the check needs and says in words what came of it; loaded when somebody asks. */
import type { SigningKey, ViewSignature } from "../../worker/contract/link-types";
import type { SnapshotPageData } from "../../worker/contract/page";
import { byId, h } from "../lib/dom";
import { fileHref } from "./address";
import { type Finding, findings } from "./verify";

const MARKS: Record<Finding["result"], [string, string]> = {
  right: ["\u2713", "right: "],
  wrong: ["\u2717", "wrong: "],
  unknown: ["?", "not checked: "],
};

/** The newest answer: neither a cookie goes with the question, nor is a kept copy taken for the file. */
async function ask(url: string): Promise<Response> {
  const answer = await fetch(url, { credentials: "omit", cache: "no-store" });
  if (!answer.ok && answer.status !== 404) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

function conclusion(all: Finding[]): [string, string] {
  if (all.some(({ result }) => result === "wrong")) {
    return ["danger", "Something does not fit. Do not rely on this page, and tell its publisher."];
  }
  if (all.some(({ result }) => result === "unknown")) return ["warning", "What could be checked fits."];
  return ["success", "Everything fits: this is what was frozen and signed."];
}

function answer(all: Finding[]): HTMLElement {
  const [kind, words] = conclusion(all);
  const item = ({ result, text }: Finding): HTMLElement => {
    const [mark, spoken] = MARKS[result];
    return h(
      "li",
      { class: `finding ${result}` },
      h("span", { class: "mark", "aria-hidden": "true" }, mark),
      h("span", {}, h("span", { class: "visually-hidden" }, spoken), text),
    );
  };
  return h(
    "div",
    { class: `notice ${kind} stack tight` },
    h("p", {}, h("strong", {}, words)),
    h("ul", { class: "plain" }, ...all.map(item)),
  );
}

const NO_CRYPTO = "This browser checks only over a secure connection (https). The commands below can.";
const NO_FILES = "The files could not be fetched, so nothing was checked. Try again, or reload the page.";
const TOO_LATE =
  "The files could not be fetched, so nothing was checked. They are there for an hour: open the page again.";

function unchecked(text: string): HTMLElement {
  return h("p", { class: "notice warning" }, text);
}

export async function checkThisPage(page: SnapshotPageData): Promise<HTMLElement> {
  if (!globalThis.crypto?.subtle) return unchecked(NO_CRYPTO);
  try {
    const [file, sig, published] = await Promise.all([
      ask(fileHref(page, "view.json")),
      ask(fileHref(page, "view.sig")),
      ask("/api/v1/signing-keys"),
    ]);
    if (!file.ok || !published.ok) return unchecked(page.ticket === "" ? NO_FILES : TOO_LATE);
    const { keys } = (await published.json()) as { keys: SigningKey[] };
    const evidence = {
      page,
      shown: byId("view").textContent ?? "",
      bytes: new Uint8Array(await file.arrayBuffer()),
      signature: sig.ok ? ((await sig.json()) as ViewSignature) : null,
      keys,
    };
    return answer(await findings(evidence));
  } catch {
    return unchecked(NO_FILES);
  }
}
