import type { ViewSignature } from "../contract/link-types";
import { DomainError } from "../core/errors";
import type { ReadView } from "../store/views";

/** What `view.sig` says of a frozen view. */
export function viewSignature(view: Omit<ReadView, "body">): ViewSignature {
  const { hash: sha256, headHash: ledgerHead, scenario, revision, asOf, earlierHashes } = view;
  const { signature, signingKey: key, signedAt } = view;
  if (signature === null || key === null || signedAt === null) {
    throw new DomainError("not-found", "This page was frozen before pages were signed, and will be. Try in an hour.");
  }
  return {
    algorithm: "Ed25519",
    sha256,
    ledgerHead,
    scenario,
    revision,
    asOf,
    key,
    signature,
    signedAt,
    earlierHashes,
  };
}
