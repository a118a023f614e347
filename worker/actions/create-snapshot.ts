import { DomainError } from "../core/errors";
import type { LinkTerms } from "../core/link-terms";
import type { ScenarioView } from "../core/view-types";
import { isOutdated, type Database } from "../store/database";
import { canonical, gzip, randomHex, randomToken, sha256 } from "../store/hash";
import { drawPassphrase, newTicket } from "../store/link-access";
import type { Signer } from "../store/signing";
import { findSnapshot, insertSnapshot, type FrozenFiles, type SnapshotRow } from "../store/snapshots";
import type { ActionContext } from "./context";
import { currentView, type CurrentQuestion } from "./current-view";
import { freezeView } from "./freeze-view";
import type { ToCsv } from "./shared-csv";

export interface CreateSnapshot {
  terms: LinkTerms;
  question: CurrentQuestion;
  /** Chosen by the sender, so that sending twice makes one link: its id follows from it. */
  clientId?: string | undefined;
  toCsv: ToCsv;
  signer: Signer;
  /** Keys the passphrase and the tickets of guarded links. */
  secret: string | undefined;
  /** Draws the preview image of a frozen view, PNG. */
  drawImage: (view: ScenarioView) => Promise<Uint8Array>;
}

/** A link with its secrets: they are returned here once and stored as hashes. */
export interface CreatedSnapshot {
  snapshot: SnapshotRow;
  token: string;
  /** Null where none is asked for. */
  passphrase: string | null;
}

/** What a link shows, as its row refers to it; `files` is null where it is live. */
interface Content {
  viewHash: string;
  revision: number;
  asOf: string;
  files: FrozenFiles | null;
}

/** How often the log may grow while its rows are being read before the person is asked to try again. */
const ATTEMPTS = 5;
const ID_BYTES = 8;

/**
 * Makes a link, with all that guards it, in one write: the whole of it stands afterwards, or nothing. What it shows comes
 * from the server's own rows; only the terms are the sender's.
 */
export async function createSnapshot(context: ActionContext, input: CreateSnapshot): Promise<CreatedSnapshot> {
  const { db, now } = context;
  const id = await idOf(context, input);
  if (input.clientId !== undefined) await requireUnmade(db, id);
  // If the log grew while the view and its events were read, or before they were stored, it starts again.
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const content = input.terms.purpose === "live" ? await liveContent(db, input) : await frozenContent(db, input, now);
    const created = await linkTo(id, content, context, input);
    try {
      await insertSnapshot(db, created.snapshot, content.files);
      return created;
    } catch (error) {
      if (isOutdated(error)) continue;
      // The same was sent twice at once, and the other one came first.
      if (input.clientId !== undefined) await requireUnmade(db, id);
      throw error;
    }
  }
  throw new DomainError("revision-taken", "Events are being saved at this moment. No link was made: try again.");
}

/** As long as one that is drawn; nobody else's clientId in any scenario leads to it. */
async function idOf({ who }: ActionContext, { clientId, question }: CreateSnapshot): Promise<string> {
  if (clientId === undefined) return randomHex(ID_BYTES);
  return (await sha256(canonical([who, question.slug, clientId]))).slice(0, 2 * ID_BYTES);
}

/** The address of a link is told once and kept as a hash: who missed it is told where the link is. */
async function requireUnmade(db: Database, id: string): Promise<void> {
  if (!(await findSnapshot(db, id))) return;
  throw new DomainError(
    "conflict",
    "This link was made already, and its address was shown only then. Look for it in the list of links and give it a " +
      "new address, or withdraw it. No second one was made.",
    undefined,
    { made: id },
  );
}

/** Token and passphrase are drawn here, and the row holds what is left of them: their hashes. */
async function linkTo(
  id: string,
  { viewHash, revision, asOf }: Content,
  { who, now }: ActionContext,
  { terms, question, secret }: CreateSnapshot,
): Promise<CreatedSnapshot> {
  const token = randomToken();
  const tokenHash = await sha256(token);
  const { passphrase, mac } = await drawPassphrase(terms.passphrase, secret, id);
  // Whoever opens a capped link is given a ticket: without a secret for it, no such link may come to be.
  if (terms.viewCap !== null) await newTicket(secret, { id, tokenHash, passphraseMac: mac }, now);
  const snapshot: SnapshotRow = {
    id,
    scenario: question.slug,
    purpose: terms.purpose,
    fields: JSON.stringify(terms.fields),
    tokenHash,
    viewHash,
    revision,
    asOf,
    title: terms.title,
    note: terms.note,
    createdAt: now,
    createdBy: who,
    expiresAt: terms.expiresAt,
    pausedAt: null,
    passphraseMac: mac,
    viewCap: terms.viewCap,
    opens: 0,
    lastOpenedAt: null,
    since: terms.since,
    feeds: terms.feeds,
    notices: "[]",
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: "",
  };
  return { snapshot, token, passphrase };
}

async function liveContent(db: Database, { question, terms }: CreateSnapshot): Promise<Content> {
  const { view } = await currentView(db, question, terms.fields);
  return { viewHash: "", revision: view.revision, asOf: view.asOf, files: null };
}

/** The frozen view with everything that stands beside it: signature, events.csv and image. */
async function frozenContent(db: Database, input: CreateSnapshot, now: number): Promise<Content> {
  const { question, signer, toCsv } = input;
  const csv: Uint8Array[] = [];
  const { view, bytes, hash, ledgerHead } = await freezeView(
    db,
    { question, fields: input.terms.fields, toCsv },
    async (part) => {
      csv.push(await gzip(part));
    },
  );
  const { revision, asOf } = view;
  const [body, image, signature] = await Promise.all([gzip(bytes), input.drawImage(view), signer.sign(bytes)]);
  const stored = { hash, scenario: question.slug, revision, asOf, body };
  const seal = { headHash: ledgerHead, signature, signingKey: signer.key, signedAt: now };
  return { viewHash: hash, revision, asOf, files: { view: stored, seal, signer, csv, image } };
}
