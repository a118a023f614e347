import type { SnapshotPageData } from "../../worker/contract/page";
import { fileHref } from "./address";

/** The key's id is read out of view.sig, so that the commands fit whichever key signed. */
export function checkCommands(page: Pick<SnapshotPageData, "path" | "ticket">, url: string): string {
  const origin = url.slice(0, url.length - page.path.length);
  const file = (name: string): string => `'${origin}${fileHref(page, name)}'`;
  return [
    `curl -fsSo view.json ${file("view.json")}`,
    `curl -fsSo view.sig ${file("view.sig")}`,
    `key=$(sed 's/.*"key":"\\([0-9a-f]*\\)".*/\\1/' view.sig)`,
    `curl -fsSo key.pem "${origin}/api/v1/signing-keys/$key.pem"`,
    `sed 's/.*"signature":"\\([^"]*\\)".*/\\1/' view.sig | base64 -d > view.signature`,
    "",
    "sha256sum view.json",
    "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in view.json -sigfile view.signature",
  ].join("\n");
}
