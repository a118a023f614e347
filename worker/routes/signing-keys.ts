import { Hono } from "hono";
import type { SigningKey } from "../contract/link-types";
import { DomainError } from "../core/errors";
import type { AppContext, AppEnv } from "../http/context";
import { findSigner, toPem } from "../store/signing";
import { listSigningKeys } from "../store/signing-keys";

/** The public keys of this instance, for whoever wants to check a link: the one in use, and for ever those before it. */
export const signingKeys = new Hono<AppEnv>()
  .get("/", async (c) => c.json({ keys: await published(c) }))

  // The router takes "id.pem" for the parameter's name.
  .get("/:id.pem", async (c) => {
    const file = c.req.param("id.pem");
    const key = (await published(c)).find(({ id }) => `${id}.pem` === file);
    if (!key) throw new DomainError("not-found", "There is no signing key with this id.");
    return c.body(key.pem, 200, {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file}"`,
    });
  });

/** Also the key in use before it signed anything, so that it can be noted down ahead of the first link. */
async function published(c: AppContext): Promise<SigningKey[]> {
  const signer = await findSigner(c.env.SIGNING_KEY);
  const used = (await listSigningKeys(c.var.db)).map((row) =>
    describe(row.id, row.publicKey, row.firstUsedAt, row.id === signer?.key),
  );
  if (!signer || used.some(({ current }) => current)) return used;
  return [...used, describe(signer.key, signer.publicKey, null, true)];
}

function describe(id: string, publicKey: string, firstUsedAt: number | null, current: boolean): SigningKey {
  return { id, algorithm: "Ed25519", publicKey, pem: toPem(publicKey), firstUsedAt, current };
}
