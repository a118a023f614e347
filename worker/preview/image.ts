import type { ScenarioView } from "../core/view-types";
import { drawPreview } from "./draw";
import { readFont, type Font } from "./font";
import { OUTLINES } from "./outlines";
import { toPng } from "./png";

/** Kept for the requests that follow; not the promise of it, which would belong to the first one. */
let font: Font | null = null;

/** The picture that messengers show beside a frozen link: a PNG of 1200 x 630. It can be drawn of every view. */
export async function previewImage(view: ScenarioView, publisher: string): Promise<Uint8Array> {
  font ??= await unpackFont();
  return toPng(drawPreview(view, publisher, font));
}

/** The letters. A module of text, for a module of bytes is read in another way by each of the tools that bundle us. */
export async function unpackFont(): Promise<Font> {
  const packed = Uint8Array.from(atob(OUTLINES), (letter) => letter.charCodeAt(0));
  const stream = new Response(packed).body?.pipeThrough(new DecompressionStream("deflate"));
  return readFont(new Uint8Array(await new Response(stream).arrayBuffer()));
}
