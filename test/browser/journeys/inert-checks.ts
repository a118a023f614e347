import type { Page } from "playwright-core";

/** Counts in the page itself what its policy refused; survives no navigation, so each page is asked before it is left. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
      refused.push(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
}

/** Unfolds all that can be unfolded, also what comes only then; at the end nothing more is asked for. */
export async function unfold(page: Page): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    const folded = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
      for (const one of all) one.open = true;
      return all.length;
    });
    await page.waitForLoadState("networkidle");
    if (folded === 0) return;
  }
}

/** How far a page is wider than the window, and what is. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.body.querySelectorAll("*")].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = over.slice(0, 6).map(({ localName, className }) => `${localName}.${className}`);
    return [`wider than the window: ${scrollWidth - clientWidth} px, by ${names.join(" ")}`];
  });
}

/** All that text typed by people has done to this page, and must not have. Empty where it is only text. */
export function harmDone(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const tell = (what: string, detail = ""): void => {
      found.push(`${what}: ${detail.slice(0, 160)}`);
    };
    const { refused = [], ran } = window as { refused?: string[]; ran?: unknown };
    for (const one of refused) tell("refused by the policy", one);
    if (ran !== undefined) tell("a script ran");
    for (const one of document.querySelectorAll("x-bad, iframe, object, embed, base, [style*='fixed'], [srcdoc]")) {
      tell("became an element", one.outerHTML);
    }
    for (const one of document.querySelectorAll("*")) {
      for (const { name, value } of one.attributes) {
        if (name.startsWith("on")) tell("handler", `${name}=${value}`);
        const isAddress = ["href", "src", "action", "formaction", "xlink:href", "poster", "data"].includes(name);
        if (isAddress && !/^(?:https?|blob):$/.test(new URL(value, location.href).protocol)) tell("address", value);
      }
    }
    const marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
    const otherWay = /[\u0590-\u06ff]/;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const text = node.nodeValue ?? "";
      const parent = node.parentElement;
      if (parent === null || parent.closest("script, textarea") !== null) continue;
      if (marks.test(text)) tell("mark that turns the line", `<${parent.localName}> ${text}`);
      const isolated = parent.closest("bdi, option, [dir]");
      if (otherWay.test(text) && (isolated === null || isolated === document.documentElement)) {
        tell("text not kept apart", `<${parent.localName} class="${parent.className}"> ${text}`);
      }
    }
    for (const name of ["title", "aria-label", "alt", "placeholder"]) {
      for (const one of document.querySelectorAll(`[${name}]`)) {
        const value = one.getAttribute(name) ?? "";
        if (marks.test(value)) tell(`mark in ${name}`, value);
      }
    }
    if (marks.test(document.title)) tell("mark in the title", document.title);
    return [...new Set(found)];
  });
}
