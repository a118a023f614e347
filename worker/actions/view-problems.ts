import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { canonical, sha256 } from "../store/hash";
import { commitsAt } from "../store/history";
import { verifySignature } from "../store/signing";
import type { SigningKeyRow } from "../store/signing-keys";
import { checkFile } from "../store/view-check";
import { viewBytes } from "../store/view-bytes";
import type { ReadView } from "../store/views";

type Keys = ReadonlyMap<string, SigningKeyRow>;

/** What does not hold of one frozen view, each as what would follow its name: "has a signature that ...". */
export async function viewProblems(db: Database, view: ReadView, keys: Keys): Promise<string[]> {
  const bytes = await viewBytes(view).catch(() => null);
  if (!bytes) return ["was changed: its bytes cannot be unpacked"];
  if ((await sha256(bytes)) !== view.hash) return ["was changed: its bytes have another hash than it is filed under"];
  const shown = readCanonical(bytes);
  if (!shown) return ["is not canonical JSON"];
  return [
    ...placeProblems(view, shown),
    ...(await headProblems(db, view, shown)),
    ...(await signatureProblems(view, shown, bytes, keys)),
    ...(await fileProblems(db, view, shown)),
  ];
}

function readCanonical(bytes: Uint8Array): ScenarioView | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const view: ScenarioView = JSON.parse(text);
    return canonical(view) === text ? view : null;
  } catch {
    return null;
  }
}

/** What stands beside the bytes must say what they say. */
function placeProblems(view: ReadView, shown: ScenarioView): string[] {
  const problems: string[] = [];
  if (shown.slug !== view.scenario || shown.revision !== view.revision || shown.asOf !== view.asOf) {
    problems.push("is filed under another scenario, revision or day than its bytes say");
  }
  const earlier = view.earlierHashes.length;
  if (earlier < (shown.redactions?.length ?? 0) || (earlier > 0 && !shown.redactions)) {
    problems.push("lists other earlier hashes than the removals that its bytes tell of");
  }
  return problems;
}

async function headProblems(db: Database, view: ReadView, { frozen }: ScenarioView): Promise<string[]> {
  const { scenario, revision, headHash, signature } = view;
  const head = (await commitsAt(db, scenario, [revision])).get(revision)?.hash;
  const named = [...(signature === null && headHash === "" ? [] : [headHash]), ...(frozen ? [frozen.ledgerHead] : [])];
  if (named.every((hash) => hash === head)) return [];
  return [`names another ledger head than the ledger has at revision ${revision}`];
}

async function signatureProblems(
  { signature, signingKey }: ReadView,
  { frozen }: ScenarioView,
  bytes: Uint8Array,
  keys: Keys,
): Promise<string[]> {
  if (signature === null || signingKey === null) {
    if (signature === null && signingKey === null && !frozen) return [];
    return ["has no signature; where SIGNING_KEY is set the schedule signs it within the hour"];
  }
  const key = keys.get(signingKey);
  if (!key) return [`is signed with the key ${signingKey}, which is not published`];
  if (await verifySignature(key.publicKey, bytes, signature)) return [];
  return [`has a signature that does not fit its bytes and the key ${signingKey}`];
}

async function fileProblems(db: Database, { hash }: ReadView, { frozen }: ScenarioView): Promise<string[]> {
  const file = await checkFile(db, hash);
  if (file.parts === 0 || !file.inOrder) return ["lacks a part of its events.csv"];
  if (file.sha256 === null) return ["has an events.csv that was changed: a part cannot be unpacked"];
  if (!frozen || file.sha256 === frozen.eventsCsv) return [];
  return ["has an events.csv that was changed: its hash differs from the one in the view"];
}
