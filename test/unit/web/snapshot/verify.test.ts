import { beforeAll, describe, expect, it } from "vitest";
import type { SigningKey, ViewSignature } from "../../../../worker/contract/link-types";
import { type Evidence, findings } from "../../../../web/snapshot/verify";
import { viewOf } from "../view-of";

const HEAD = "ab".repeat(32);
const view = {
  ...viewOf(),
  title: "Less < more",
  frozen: {
    fields: { sources: true, monthNote: false, notes: false, names: false, forecasts: false },
    ledgerHead: HEAD,
    eventsCsv: "cd".repeat(32),
  },
};
const TEXT = JSON.stringify(view);
const hex = async (bytes: Uint8Array<ArrayBuffer>) =>
  Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

/** A page that is what it says, signed with a key of its own. */
async function genuine(): Promise<Evidence & { signature: ViewSignature; keys: [SigningKey] }> {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const bytes = bytesOf(TEXT);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const id = (await hex(raw)).slice(0, 16);
  const sha256 = await hex(bytes);
  const signed = await crypto.subtle.sign("Ed25519", pair.privateKey, bytes);
  return {
    page: { viewHash: sha256 },
    // As the worker embeds it.
    shown: `\n      ${TEXT.replaceAll("<", "\\u003c")}\n    `,
    bytes,
    signature: {
      algorithm: "Ed25519",
      sha256,
      ledgerHead: HEAD,
      scenario: view.slug,
      revision: view.revision,
      asOf: view.asOf,
      key: id,
      signature: Buffer.from(signed).toString("base64"),
      signedAt: Date.UTC(2025, 11, 1),
      earlierHashes: [],
    },
    keys: [
      {
        id,
        algorithm: "Ed25519",
        publicKey: Buffer.from(raw).toString("base64"),
        pem: "",
        firstUsedAt: 0,
        current: true,
      },
    ],
  };
}

describe("the check of a frozen page", () => {
  let real: Awaited<ReturnType<typeof genuine>>;
  const results = async (over: Partial<Evidence>) =>
    (await findings({ ...real, ...over })).map(({ result }) => result).join(" ");
  const textsOf = async (over: Partial<Evidence>) =>
    (await findings({ ...real, ...over })).map(({ text }) => text).join("\n");

  beforeAll(async () => {
    real = await genuine();
  });

  it("finds nothing wrong with what was frozen and signed", async () => {
    expect(await results({})).toBe("right right right right");
    expect(await textsOf({})).toContain(`key ${real.keys[0].id} signed exactly these bytes on 1 December 2025`);
  });

  it("sees any changed byte of the file, by its hash, its figures and its signature", async () => {
    const changed = TEXT.replace(`"revision":${view.revision}`, `"revision":${view.revision + 1}`);
    expect(changed).not.toBe(TEXT);
    expect(await results({ bytes: bytesOf(changed) })).toBe("wrong wrong wrong wrong");
    // A blank changes no figure, and still is not what was signed.
    expect(await results({ bytes: bytesOf(`${TEXT} `) })).toBe("wrong right wrong wrong");
    expect(await results({ bytes: bytesOf(TEXT.slice(1)) })).toBe("wrong wrong wrong wrong");
  });

  it("sees that the page shows other figures than the file", async () => {
    expect(await results({ shown: real.shown.replace("Less", "Much less") })).toBe("right wrong right right");
  });

  it("sees a signature by somebody else, under a key's name or without a published key", async () => {
    const other = await genuine();
    const { signature, key } = other.signature;
    expect(await results({ signature: { ...real.signature, signature } })).toBe("right right wrong right");
    expect(await results({ signature: { ...real.signature, signature, key } })).toBe("right right wrong right");
    const named = [{ ...real.keys[0], publicKey: other.keys[0].publicKey }];
    expect(await textsOf({ keys: named, signature: { ...real.signature, signature } })).toContain(
      "is not the one that its name says",
    );
    expect(await results({ signature: { ...real.signature, signature: "%%%" } })).toBe("right right wrong right");
  });

  it("sees a signature file of another page: of another revision or another head of the log", async () => {
    expect(await results({ signature: { ...real.signature, revision: view.revision + 1 } })).toMatch(/ wrong$/);
    expect(await results({ signature: { ...real.signature, ledgerHead: "00".repeat(32) } })).toMatch(/ wrong$/);
  });

  it("takes a page that is not signed yet for unchecked, and neither for right nor for wrong", async () => {
    expect(await results({ signature: null })).toBe("right right unknown");
  });

  it("tells a page opened before texts were removed from it to be loaded again", async () => {
    const before = "11".repeat(32);
    const signature = { ...real.signature, earlierHashes: [before] };
    const [first] = await findings({ ...real, signature, page: { viewHash: before } });
    expect(first).toEqual({ result: "unknown", text: expect.stringContaining("Reload it") });
  });
});
