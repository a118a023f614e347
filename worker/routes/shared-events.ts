import { sharedCsv } from "../actions/shared-csv";
import type { AppContext } from "../http/context";
import { isKnown } from "../http/etag";
import { sendKept } from "../http/headers";
import { Memory, type Kept } from "../http/memory";
import { streamText } from "../http/stream";
import { gunzip, gzip } from "../store/hash";
import type { FoundLink } from "../store/links";
import { viewFileParts } from "../store/view-file";
import { toCsv } from "./event-exports";
import { openFile } from "./shared-link";
import { viewOf, type SharedView } from "./shared-view";

/** The events behind the page: the stored parts of a frozen one, the current rows of a live one. */
export async function eventsCsv(c: AppContext): Promise<Response> {
  const link = await openFile(c);
  const view = await viewOf(c, link);
  return link.seal === null ? liveCsv(c, link, view) : frozenCsv(c, link, view);
}

function frozenCsv(c: AppContext, link: FoundLink, { eventsCsv: hash }: SharedView): Response {
  const etag = `"${hash}"`;
  // Views of before it was noted have none.
  const tag: Record<string, string> = hash === null ? {} : { ETag: etag };
  if (hash !== null && isKnown(c, etag)) return c.body(null, 304, tag);
  const name = `${link.scenario}-revision-${link.revision}`;
  return c.body(streamText(frozenParts(c, link)), 200, { ...csvNamed(name), ...tag });
}

async function* frozenParts(c: AppContext, link: FoundLink): AsyncGenerator<string> {
  for await (const part of viewFileParts(c.var.db, link.viewHash)) yield new TextDecoder().decode(await gunzip(part));
}

/** Longer files are read anew each time. */
const KEPT_LETTERS = 2_000_000;
/** Files of live links: without these, whoever knows one could have all rows read as often as they ask. */
const liveFiles = new Memory<Kept>(8_000_000);

/** The view holds revision and day; with what goes along, which never changes, it decides on every row. */
function liveCsv(c: AppContext, { scenario: slug, fields }: FoundLink, { hash, asOf }: SharedView): Response {
  const etag = `"${hash}.csv"`;
  if (isKnown(c, etag)) return c.body(null, 304, { ETag: etag });
  const headers = csvNamed(`${slug}-${asOf}`);
  const key = JSON.stringify([hash, fields]);
  const known = liveFiles.get(key);
  if (known) return sendKept(c, known, headers);
  const texts = sharedCsv(c.var.db, { slug, asOf }, JSON.parse(fields), toCsv);
  return c.body(streamText(keeping(texts, key, etag)), 200, { ...headers, ETag: etag });
}

/** The same parts; a whole that is not too long is kept when the last of them is sent. */
async function* keeping(texts: AsyncGenerator<string>, key: string, etag: string): AsyncGenerator<string> {
  let whole: string | null = "";
  for await (const text of texts) {
    whole = whole === null || whole.length + text.length > KEPT_LETTERS ? null : whole + text;
    yield text;
  }
  if (whole === null) return;
  const identity = new TextEncoder().encode(whole);
  liveFiles.set(key, { etag, identity, gzip: await gzip(identity) });
}

function csvNamed(name: string): Record<string, string> {
  return { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}.csv"` };
}
