import type { OpenPageData } from "../contract/page";
import { DomainError, type ErrorCode } from "../core/errors";
import type { AppContext } from "../http/context";
import { sendKept } from "../http/headers";
import { Memory, type Kept } from "../http/memory";
import { fillPage, pageFile, renderPage, type Page } from "../http/page";
import { problemOf } from "../http/problem";
import { gzip, sha256 } from "../store/hash";
import type { FoundLink } from "../store/links";
import type { SnapshotRow } from "../store/snapshots";
import { linkPage, toldOf } from "./link-page";
import { publisherOf } from "./publisher";
import { viewOf, wholeViewOf, type SharedView } from "./shared-view";

const HTML = { "Content-Type": "text/html; charset=utf-8" };

/** By everything that stands in them: the built file's hash, the view's, and the data beside it. */
const pages = new Memory<Kept>(8_000_000);

/** The page of a link, or its `embed` for other sites: the same bytes for everybody until the link's row changes. */
export async function sendPage(c: AppContext, link: FoundLink, file: "snapshot" | "embed"): Promise<Response> {
  const view = await viewOf(c, link);
  const page = pageOf(c, { link, view, file, ticket: "", earlierHashes: link.seal?.earlierHashes ?? [] });
  const { tag, text } = await builtFile(c, file);
  const key = JSON.stringify([tag, view.hash, page]);
  const known = pages.get(key);
  if (known) return sendKept(c, known, HTML);
  const filled = fillPage(c, new Response(text), { ...page, view: new TextDecoder().decode(view.identity) });
  const identity = new Uint8Array(await filled.arrayBuffer());
  const kept = { etag: `"${await sha256(identity)}"`, identity, gzip: await gzip(identity) };
  pages.set(key, kept);
  return sendKept(c, kept, HTML);
}

/** The page of a guarded link that has just been opened; its ticket is for this reader only, so it is kept nowhere. */
export async function sendOpened(c: AppContext, link: SnapshotRow, ticket: string): Promise<Response> {
  const { view, earlierHashes } = await wholeViewOf(c, link);
  const page = pageOf(c, { link, view, file: "snapshot", ticket, earlierHashes });
  return renderPage(c, { ...page, view: new TextDecoder().decode(view.identity) });
}

/** What stands before a guarded link. It says nothing of what lies behind it, and looking at it counts for nothing. */
export function sendGate(c: AppContext, link: SnapshotRow): Promise<Response> {
  return renderPage(c, gateOf(c, link, ""));
}

/** The gate again, with what was wrong, for people; the same words as a problem for programs. */
export function refuseTry(c: AppContext, link: SnapshotRow, code: ErrorCode, detail: string): Promise<Response> {
  const error = new DomainError(code, detail);
  if (c.req.header("Accept")?.includes("text/html") !== true) throw error;
  const { status } = problemOf(error, c.var.requestId);
  return renderPage(c, { ...gateOf(c, link, detail), status });
}

function gateOf(c: AppContext, link: SnapshotRow, problem: string): Page {
  const publisher = publisherOf(c);
  const page: OpenPageData = {
    publisher,
    path: pathOf(c),
    needsPassphrase: link.passphraseMac !== null,
    opensLeft: link.viewCap === null ? null : link.viewCap - link.opens,
    problem,
  };
  const description = "A page that is opened with a button.";
  return { file: "open", title: `Shared by ${publisher}`, description, page };
}

interface Shown {
  link: SnapshotRow;
  view: SharedView;
  file: string;
  ticket: string;
  earlierHashes: string[];
}

function pageOf(c: AppContext, { link, view, file, ticket, earlierHashes }: Shown): Page {
  const path = pathOf(c);
  const page = linkPage(c, toldOf(link), { viewHash: view.hash, earlierHashes, path, ticket });
  const url = new URL(path, c.req.url).href;
  // Images are drawn since views say what they froze.
  const image = page.embeddable && view.eventsCsv !== null ? { image: `${url}/preview.png` } : {};
  const title = link.title.startsWith(view.title) ? link.title : `${link.title} - ${view.title}`;
  const feed = page.feeds ? { feed: `${url}/feed.atom` } : {};
  return { file, title, description: view.statement, url, ...image, ...feed, page };
}

/** The link's own path. Its token has been found in the database, by its hash. */
function pathOf(c: AppContext): string {
  return `/s/${c.req.param("token")}`;
}

const FILE_MS = 1000;
const files = new Map<string, { tag: string; text: string; readAt: number }>();

/** A built page, read at most once a second: while one develops, it changes under the running worker. */
async function builtFile(c: AppContext, name: string): Promise<{ tag: string; text: string }> {
  const known = files.get(name);
  if (known && c.var.now - known.readAt < FILE_MS) return known;
  const text = await (await pageFile(c, name)).text();
  const file = { tag: await sha256(text), text, readAt: c.var.now };
  files.set(name, file);
  return file;
}
