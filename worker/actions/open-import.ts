import { insertImport } from "../store/staging";
import { randomHex } from "../store/hash";
import { requireScenario, type ActionContext } from "./context";

interface OpenRequest {
  name: string;
  naming: "column" | "member";
  refs: string[];
}

/** Opens an import in parts. Nothing of it is in the ledger until it is committed. */
export async function openImport(
  { db, who, now }: ActionContext,
  slug: string,
  { name, naming, refs }: OpenRequest,
): Promise<string> {
  await requireScenario(db, slug);
  const id = randomHex(8);
  const row = { id, scenario: slug, who, createdAt: now, name, naming, refs: JSON.stringify(refs) };
  await insertImport(db, { ...row, edition: 0, revision: null });
  return id;
}
