/** Checks a frozen page by the files of its link: pure but for WebCrypto, which a browser and Node have alike. */
import type { SigningKey, ViewSignature } from "../../worker/contract/link-types";
import type { SnapshotPageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { formatUtcDay } from "../lib/format";

export interface Finding {
  /** `unknown`: it could not be checked, which is not that it is wrong. */
  result: "right" | "wrong" | "unknown";
  text: string;
}

export interface Evidence {
  page: Pick<SnapshotPageData, "viewHash">;
  /** The JSON that this page was drawn from, as it stands in the page. */
  shown: string;
  /** view.json, as it came. */
  bytes: Uint8Array<ArrayBuffer>;
  /** view.sig; null where the page is not signed. */
  signature: ViewSignature | null;
  keys: SigningKey[];
}

const right = (text: string): Finding => ({ result: "right", text });
const wrong = (text: string): Finding => ({ result: "wrong", text });
const unknown = (text: string): Finding => ({ result: "unknown", text });

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The same text read twice gives the same text; white space and the way that `<` is written do not matter. */
function sameJson(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}

function hashFinding(hash: string, { page, signature }: Evidence): Finding {
  if (hash === page.viewHash) return right(`The JSON file has the SHA-256 that this page names: ${hash}.`);
  if (signature?.sha256 === hash && signature.earlierHashes.includes(page.viewHash)) {
    return unknown("Texts were removed from this page after you opened it. Reload it, and check again.");
  }
  return wrong(`The JSON file was changed: its SHA-256 is ${hash}, but this page names ${page.viewHash}.`);
}

function shownFinding(text: string, { shown }: Evidence): Finding {
  return sameJson(shown, text)
    ? right("The figures on this page are those of the JSON file.")
    : wrong("The figures on this page are not those of the JSON file: one of the two was changed.");
}

/** What view.sig says beside the signature must be what the signed file says of itself. */
function originFinding(text: string, hash: string, signature: ViewSignature): Finding {
  let view: Partial<ScenarioView> = {};
  try {
    view = JSON.parse(text) as Partial<ScenarioView>;
  } catch {
    return wrong("The JSON file cannot be read: it was damaged.");
  }
  const { scenario, revision, asOf, ledgerHead } = signature;
  const fits = view.slug === scenario && view.revision === revision && view.asOf === asOf && signature.sha256 === hash;
  const head = view.frozen?.ledgerHead ?? ledgerHead;
  return fits && head === ledgerHead
    ? right(`view.sig names the same file: revision ${revision}, head of the log ${ledgerHead}.`)
    : wrong("view.sig names another file than this one: its hash, scenario, revision or head of the log differs.");
}

async function signatureFinding({ bytes, signature, keys }: Evidence): Promise<Finding> {
  if (signature === null)
    return unknown("This page is not signed yet: it was frozen before pages were. Look again in an hour.");
  const key = keys.find(({ id }) => id === signature.key);
  if (!key) return wrong(`The key ${signature.key} that is said to have signed is not among the published ones.`);
  const raw = fromBase64(key.publicKey);
  // A key's id is made from the key, so that no other key can take its name.
  if (!(await sha256(raw)).startsWith(key.id))
    return wrong(`The published key ${key.id} is not the one that its name says.`);
  const publicKey = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]).catch(() => null);
  if (publicKey === null) return unknown("This browser cannot check Ed25519 signatures. The commands below can.");
  return (await crypto.subtle.verify("Ed25519", publicKey, fromBase64(signature.signature), bytes))
    ? right(`The signature fits: key ${key.id} signed exactly these bytes on ${formatUtcDay(signature.signedAt)}.`)
    : wrong(`The signature does not fit: key ${key.id} did not sign this file as it is now.`);
}

/** One finding for each thing that was looked at, in the order in which a reader would ask. */
export async function findings(evidence: Evidence): Promise<Finding[]> {
  const { bytes, signature } = evidence;
  const text = new TextDecoder().decode(bytes);
  const hash = await sha256(bytes);
  return [
    hashFinding(hash, evidence),
    shownFinding(text, evidence),
    await signatureFinding(evidence).catch(() => wrong("The signature or the key cannot be read: it was damaged.")),
    ...(signature === null ? [] : [originFinding(text, hash, signature)]),
  ];
}
