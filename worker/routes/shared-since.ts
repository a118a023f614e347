import { getView } from "../actions/get-view";
import { sinceFrozen } from "../actions/since";
import type { Since } from "../contract/link-types";
import { dayOfInstant } from "../core/days";
import type { AppContext } from "../http/context";
import { isKnown } from "../http/etag";
import { sendKept } from "../http/headers";
import { Memory, type Kept } from "../http/memory";
import { gzip } from "../store/hash";
import type { FoundLink } from "../store/links";
import { parseView } from "../store/view-bytes";
import { noLink } from "./shared-link";
import { viewOf } from "./shared-view";

const JSON_TYPE = { "Content-Type": "application/json" };

/** By the hashes of both views, which decide everything that is said: counters too, for a view holds its revision. */
const answers = new Memory<Kept>(1_000_000);

/** What happened after a link was frozen, where its maker lets readers see it; a live link has no "since". */
export async function sinceAnswer(c: AppContext, link: FoundLink): Promise<Response> {
  if (!link.since || link.viewHash === "") return noLink();
  const { db, now } = c.var;
  const current = await getView(db, { slug: link.scenario, today: dayOfInstant(now), now }, { forReaders: true });
  const etag = `"${link.viewHash}.${current.hash}"`;
  if (isKnown(c, etag)) return c.body(null, 304, { ETag: etag });
  const known = answers.get(etag);
  if (known) return sendKept(c, known, JSON_TYPE);
  const before = parseView((await viewOf(c, link)).identity);
  const answer: Since = await sinceFrozen(db, before, await current.stored());
  const identity = new TextEncoder().encode(JSON.stringify(answer));
  const kept = { etag, identity, gzip: await gzip(identity) };
  answers.set(etag, kept);
  return sendKept(c, kept, JSON_TYPE);
}
