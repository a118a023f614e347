import { DomainError } from "../core/errors";
import type { LinkTerms } from "../core/link-terms";
import type { ScenarioView } from "../core/view-types";
import { isOutdated, type Database } from "../store/database";
import { gzip, randomHex, randomToken, sha256 } from "../store/hash";
import { drawPassphrase, newTicket } from "../store/link-access";
import type { Signer } from "../store/signing";
import { insertSnapshot, type FrozenFiles, type SnapshotRow } from "../store/snapshots";
import type { ActionContext } from "./context";
import { currentView, type CurrentQuestion } from "./current-view";
import { freezeView } from "./freeze-view";
import type { ToCsv } from "./shared-csv";

export interface CreateSnapshot {
  terms: LinkTerms;
  question: CurrentQuestion;
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

/**
 * Makes a link, with all that guards it, in one write: the whole of it stands afterwards, or nothing. What it shows comes
 * from the server's own rows; only the terms are the sender's.
 */
export async function createSnapshot(context: ActionContext, input: CreateSnapshot): Promise<CreatedSnapshot> {
  const { db, now } = context;
  // If the log grew while the view and its events were read, or before they were stored, it starts again.
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const content = input.terms.purpose === "live" ? await liveContent(db, input) : await frozenContent(db, input, now);
    const created = await linkTo(content, context, input);
    try {
      await insertSnapshot(db, created.snapshot, content.files);
      return created;
    } catch (error) {
      if (!isOutdated(error)) throw error;
    }
  }
  throw new DomainError("revision-taken", "Events are being saved at this moment. No link was made: try again.");
}

/** Token and passphrase are drawn here, and the row holds what is left of them: their hashes. */
async function linkTo(
  { viewHash, revision, asOf }: Content,
  { who, now }: ActionContext,
  { terms, question, secret }: CreateSnapshot,
): Promise<CreatedSnapshot> {
  const id = randomHex(8);
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
