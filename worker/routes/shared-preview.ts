import type { AppContext } from "../http/context";
import { isKnown } from "../http/etag";
import { readImage } from "../store/view-images";
import { noLink } from "./shared-link";

/** The preview image of a frozen view, as stored. Whether the link may be seen is decided before, at each request. */
export async function sendPreview(c: AppContext, viewHash: string): Promise<Response> {
  // A view keeps its image as long as it keeps its hash.
  const etag = `"${viewHash}.preview"`;
  if (isKnown(c, etag)) return c.body(null, 304, { ETag: etag });
  const image = await readImage(c.var.db, viewHash);
  return image ? c.body(image, 200, { "Content-Type": "image/png", ETag: etag }) : noLink();
}
