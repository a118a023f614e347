import { firstDayOf } from "../core/months";
import { shareEvent } from "../core/shared-view";
import type { SharedFields } from "../core/sharing";
import type { AppContext } from "../http/context";
import { isKnown } from "../http/etag";
import { sendKept } from "../http/headers";
import { streamText } from "../http/stream";
import { allEvents } from "../store/events";
import { gunzip } from "../store/hash";
import type { FoundLink } from "../store/links";
import { viewFileParts } from "../store/view-file";
import { toCsv } from "./event-exports";
import { noLink, openFile } from "./shared-link";
import { viewOf, type SharedView } from "./shared-view";
import { viewSignature } from "./shared-signature";

const ROWS_A_PART = 1000;

/** The canonical bytes themselves: their SHA-256 is the view's hash. */
export async function viewJson(c: AppContext): Promise<Response> {
  const view = await viewOf(c, await openFile(c));
  return sendKept(c, view, { "Content-Type": "application/json" });
}

/** The signature of a frozen view; a live one has none. It is another one after texts were removed from the view. */
export async function viewSig(c: AppContext): Promise<Response> {
  const { seal, viewHash: hash, scenario, revision, asOf } = await openFile(c);
  if (seal === null) return noLink();
  const body = viewSignature({ hash, scenario, revision, asOf, ...seal });
  const etag = `"${hash}.${body.key}"`;
  if (isKnown(c, etag)) return c.body(null, 304, { ETag: etag });
  return c.json(body, 200, { ETag: etag });
}

/** The events behind the page: the stored parts of a frozen one, the current rows of a live one. */
export async function eventsCsv(c: AppContext): Promise<Response> {
  const link = await openFile(c);
  const view = await viewOf(c, link);
  const etag = view.eventsCsv === null ? null : `"${view.eventsCsv}"`;
  if (etag !== null && isKnown(c, etag)) return c.body(null, 304, { ETag: etag });
  const name = link.seal === null ? `${link.scenario}-${view.asOf}` : `${link.scenario}-revision-${link.revision}`;
  const texts = link.seal === null ? currentCsv(c, link, view) : frozenCsv(c, link);
  return c.body(streamText(texts), 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
    ...(etag !== null && { ETag: etag }),
  });
}

async function* frozenCsv(c: AppContext, link: FoundLink): AsyncGenerator<string> {
  for await (const part of viewFileParts(c.var.db, link.viewHash)) yield new TextDecoder().decode(await gunzip(part));
}

async function* currentCsv(c: AppContext, link: FoundLink, { asOf }: SharedView): AsyncGenerator<string> {
  const fields: SharedFields = JSON.parse(link.fields);
  let header = true;
  for await (const page of allEvents(c.var.db, link.scenario, ROWS_A_PART)) {
    const shown = page.filter(({ status, date }) => status === "active" && firstDayOf(date) <= asOf);
    yield toCsv(
      shown.map((event) => shareEvent(event, fields)),
      header,
    );
    header = false;
  }
  if (header) yield toCsv([], true);
}
