import type { StatusCode } from "hono/utils/http-status";
import { clockAhead } from "../clock";
import { visibleText } from "../core/visible-text";
import type { AppContext } from "./context";

export interface Page {
  /** Name of the page's file without its ending. */
  file: string;
  title: string;
  description: string;
  /** Canonical JSON of a ScenarioView, for `#view`. */
  view?: string;
  /** For `#page`. */
  page: object;
  status?: StatusCode;
  /** Absolute address of the page, for those who show a preview of it. */
  url?: string;
  /** Absolute address of its preview image; without, the tags of one are taken out. */
  image?: string;
  /** Absolute address of a feed of what the page is about; without, its tag is taken out. */
  feed?: string;
}

/** `<` never appears inside the JSON, so no text in it can close the element. */
function embed(json: string): string {
  return json.replace(/</g, "\\u003c");
}

/** HTMLRewriter escapes quotes in attributes and nothing else; brackets would do no harm there, and are no use either. */
function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** A built page, with a request of its own: the browser's conditional headers would be answered for the file, not the data. */
export async function pageFile(c: AppContext, name: string): Promise<Response> {
  const file = await c.env.ASSETS.fetch(new Request(new URL(`/${name}`, c.req.url)));
  if (!file.ok) throw new Error(`The page ${name} is not built`);
  return file;
}

function content(text: string): HTMLRewriterElementContentHandlers {
  return { element: (meta) => void meta.setAttribute("content", attribute(text)) };
}

/** Removes a tag that has nothing to say. */
const remove: HTMLRewriterElementContentHandlers = { element: (tag) => void tag.remove() };

/** Fills a built page with its title, description and data, so that one round trip shows the numbers. */
export function fillPage(c: AppContext, file: Response, page: Page): Response {
  const { image, url, feed } = page;
  // In a tab or in a messenger's preview too, no mark of direction turns a line.
  const [title, description] = [visibleText(page.title), visibleText(page.description)];
  const ahead = clockAhead(c.env);
  return new HTMLRewriter()
    .on("html", ahead === 0 ? {} : { element: (tag) => void tag.setAttribute("data-clock-ahead", String(ahead)) })
    .on("title", { element: (tag) => void tag.setInnerContent(title) })
    .on('meta[name="description"]', content(description))
    .on('meta[property="og:title"]', content(title))
    .on('meta[property="og:description"]', content(description))
    .on('meta[property="og:url"]', url === undefined ? remove : content(url))
    .on('meta[property="og:image"]', image === undefined ? remove : content(image))
    .on('meta[property^="og:image:"]', image === undefined ? remove : {})
    .on('meta[name="twitter:card"]', content(image === undefined ? "summary" : "summary_large_image"))
    .on(
      'link[rel="alternate"]',
      feed === undefined ? remove : { element: (tag) => void tag.setAttribute("href", feed) },
    )
    .on("script#view", {
      element: (script) => void script.setInnerContent(embed(page.view ?? "null"), { html: true }),
    })
    .on("script#page", {
      element: (script) => void script.setInnerContent(embed(JSON.stringify(page.page)), { html: true }),
    })
    .transform(file);
}

export async function renderPage(c: AppContext, page: Page): Promise<Response> {
  const filled = fillPage(c, await pageFile(c, page.file), page);
  return c.newResponse(filled.body, page.status ?? 200, { "Content-Type": "text/html; charset=utf-8" });
}
