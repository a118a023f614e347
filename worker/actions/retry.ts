import { DomainError } from "../core/errors";
import { isRevisionTaken } from "../store/database";

/** With n writers at once, each round lets one through, and chance lets some lose often: four times 32 writers. */
const ATTEMPTS = 128;
/** Losers who come back all at once mostly lose again: each waits for a random part of this, doubled every time. */
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 500;

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
    await pause(ATTEMPTS - left);
  }
  throw new DomainError("revision-taken", "Many people are saving at this moment. Nothing was saved: try again.");
}

function pause(lost: number): Promise<void> {
  const longest = Math.min(FIRST_WAIT_MS * 2 ** lost, LONGEST_WAIT_MS);
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return new Promise((resolve) => setTimeout(resolve, (random / 2 ** 32) * longest));
}
