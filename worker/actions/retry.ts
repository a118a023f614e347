import { DomainError } from "../core/errors";
import { isRevisionTaken } from "../store/database";

/** With n writers at once, each round lets one through; so this many at once are served without a word. */
const ATTEMPTS = 64;

/**
 * Runs a write that loads fresh state and commits on top of it. A writer who loses the race for a revision starts
 * again from the state that the winner left: nothing is lost, and nothing is overwritten unseen.
 */
export async function retryOnRace<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRevisionTaken(error)) throw error;
    }
  }
  throw new DomainError("revision-taken", "Many people are saving at this moment. Nothing was saved: try again.");
}
