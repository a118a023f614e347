import type { StatusCode } from "hono/utils/http-status";
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
}

/** `<` never appears inside the JSON, so no text in it can close the element. */
function embed(json: string): string {
  return json.replace(/</g, "\\u003c");
}

/** HTMLRewriter escapes quotes in attributes but not ampersands. */
function attribute(text: string): string {
  return text.replace(/&/g, "&amp;");
}

/**
 * Fills a built page with its title, description and data, so that one round trip shows the numbers. The file is
 * fetched with a request of its own: the browser's conditional headers would be answered for the file, not the data.
 */
export async function renderPage(c: AppContext, page: Page): Promise<Response> {
  const file = await c.env.ASSETS.fetch(new Request(new URL(`/${page.file}`, c.req.url)));
  if (!file.ok) throw new Error(`The page ${page.file} is not built`);
  const filled = new HTMLRewriter()
    .on("title", { element: (title) => void title.setInnerContent(page.title) })
    .on('meta[name="description"]', {
      element: (meta) => void meta.setAttribute("content", attribute(page.description)),
    })
    .on("script#view", {
      element: (script) => void script.setInnerContent(embed(page.view ?? "null"), { html: true }),
    })
    .on("script#page", {
      element: (script) => void script.setInnerContent(embed(JSON.stringify(page.page)), { html: true }),
    })
    .transform(file);
  return c.newResponse(filled.body, page.status ?? 200, { "Content-Type": "text/html; charset=utf-8" });
}
