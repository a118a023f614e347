import { deleteImport } from "../store/staging";
import type { ActionContext } from "./context";
import { requireImport } from "./staged-import";

/** Gives up an import that is not committed; the references that it reserved are free again. */
export async function discardImport(context: ActionContext, slug: string, id: string): Promise<void> {
  const { staged } = await requireImport(context, slug, id);
  await deleteImport(context.db, staged);
}
