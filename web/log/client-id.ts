/** The id under which a new event is sent: the same at each try, so that saving twice makes one event of it. */

export interface ClientId {
  /** What the draft keeps of it; "" until something was sent under it. */
  kept(): string;
  /** To send under. */
  use(): Promise<string>;
  /** What is sent next is another event. */
  renew(): void;
}

/** A page that is reloaded gives its locks back, though not before the next one has begun to ask. */
const WAIT_MS = 1000;

/** Holds the lock of an id until the page goes, or what it gives is called; null where another tab holds it. */
function hold(id: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    navigator.locks
      .request(
        `signpost.${id}`,
        { signal: AbortSignal.timeout(WAIT_MS) },
        () => new Promise<void>((end) => resolve(end)),
      )
      .catch(() => resolve(null));
  });
}

/**
 * `kept` is the id in a draft that was sent and never answered. Browsers copy drafts when a tab is duplicated: the tab that
 * holds the lock goes on under the id, and the copy is an event of its own.
 */
export function clientIdOf(kept: string): ClientId {
  let id = kept;
  let held = kept === "" ? Promise.resolve(null) : hold(kept);
  const known = held.then((end) => {
    if (end === null && id === kept) id = "";
  });
  return {
    kept: () => id,
    async use() {
      await known;
      if (id === "") {
        id = crypto.randomUUID();
        held = hold(id);
      }
      return id;
    },
    renew() {
      void held.then((end) => end?.());
      id = "";
    },
  };
}
