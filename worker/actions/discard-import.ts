import { deleteImport } from "../store/staging";
import type { ActionContext } from "./context";
import { oneAtATime, requireImport } from "./staged-import";

/** Gives up an import that is not committed, also not at this moment; the references that it reserved are free again. */
export function discardImport(context: ActionContext, slug: string, id: string): Promise<void> {
  return oneAtATime(async () => {
    const { staged } = await requireImport(context, slug, id);
    await deleteImport(context.db, staged);
  });
}
