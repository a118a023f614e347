import { DomainError } from "../core/errors";
import { isOutdated } from "../store/database";
import { findImport } from "../store/staged-reads";
import type { StagedImport } from "../store/staging";
import type { ActionContext } from "./context";

/** The caller's own import while it is prepared, and the number of its last part. Anybody else's is not there. */
export async function requireImport(
  { db, who }: ActionContext,
  slug: string,
  id: string,
): Promise<{ staged: StagedImport; last: number | null }> {
  const found = await findImport(db, slug, who, id);
  if (!found) {
    throw new DomainError(
      "not-found",
      "There is no such import of yours. One that is not finished is forgotten after a day, or when an owner removes " +
        "texts for good: open a new one.",
    );
  }
  const { revision } = found.staged;
  if (revision !== null) {
    throw new DomainError("conflict", `This import is in the log already, as revision ${revision}.`, undefined, {
      revision,
    });
  }
  return found;
}

/** Two requests for one import at the same moment: the second is told, and nothing of it is written. */
export async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOutdated(error)) throw error;
    throw new DomainError(
      "conflict",
      "Another request changed this import at the same moment. Look at what it holds now, then go on from there.",
    );
  }
}
