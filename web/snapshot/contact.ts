import { h } from "../lib/dom";
import { visibleText } from "../lib/user-text";

/** One address and nothing else: no second recipient, no header, no text of its own. */
const MAIL = /^[^\s@?&#,;:%<>"]+@[^\s@?&#,;:%<>"]+$/;

/** Where a contact leads: to a letter or to a page over https; null for anything else, which stays text. */
export function contactHref(contact: string, title: string): string | null {
  const address = contact.replace(/^mailto:/i, "");
  if (MAIL.test(address)) return `mailto:${address}?subject=${encodeURIComponent(title)}`;
  return URL.canParse(contact) && new URL(contact).protocol === "https:" ? contact : null;
}

/** Whom to write to about the page; null where the publisher named nobody. */
export function contactLine(contact: string, title: string): HTMLElement | null {
  if (contact === "") return null;
  const href = contactHref(contact, title);
  const shown = visibleText(contact.replace(/^mailto:/i, ""));
  return h(
    "p",
    {},
    "Questions, or something wrong? Write to the publisher: ",
    href === null ? shown : h("a", { href, rel: "noopener noreferrer" }, shown),
    ".",
  );
}
