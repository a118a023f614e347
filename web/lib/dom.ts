import { hasRightToLeft, visibleText } from "../../worker/core/visible-text";

/** A child of an element: text is always inserted as text, never as markup. */
export type Child = Node | string | number | null | undefined | false;

type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** Attributes that people read; others hold what is sent or compared, and stay as they are. */
const READ = new Set(["title", "aria-label", "alt", "placeholder"]);
/** Here text is a value, or nothing but text can stand. */
const PLAIN = new Set(["TEXTAREA", "OPTION", "TITLE", "SCRIPT"]);

/** A word that may be wider than a phone: it breaks where it must, and lets nothing beside it be pushed out. */
const LONG_WORD = /\S{24}/;

/**
 * A text that can do no harm to the line it stands in, whoever typed it: marks of direction are shown, letters that run
 * from right to left are kept apart from their neighbours, and very long words break.
 */
export function safeText(element: Element, text: string): Node | string {
  if (element.tagName === "TEXTAREA") return text;
  const shown = visibleText(text);
  if (PLAIN.has(element.tagName)) return shown;
  const turned = !element.hasAttribute("dir") && hasRightToLeft(shown);
  const long = LONG_WORD.test(shown);
  if (!turned && !long) return shown;
  const apart = document.createElement(turned ? "bdi" : "span");
  if (turned) apart.dir = "auto";
  if (long) apart.className = "long";
  apart.append(shown);
  return apart;
}

function apply(element: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.replace(/^on/, ""), value);
    else if (READ.has(name)) element.setAttribute(name, visibleText(String(value)));
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    element.append(typeof child === "object" ? child : safeText(element, String(child)));
  }
}

/** Makes an element: `h("p", { class: "note" }, "text")`. Functions in the attributes become event listeners. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  apply(element, attributes, children);
  return element;
}

/** The element with this id; a page that lacks it is broken, so its absence is an error. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element #${id}`);
  return element as T;
}

/** The JSON that the worker put into the page under this id. */
export function embedded<T>(id: string): T {
  return JSON.parse(byId(id).textContent || "null") as T;
}
