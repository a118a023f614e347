/** Keeps what is typed in a form until it is saved, so that a reload, a crash or a sign-out loses nothing. */

export interface Draft<V> {
  /** A new event: its `clientId`, so that saving twice makes one event. A correction: the version it started from. */
  id: string;
  values: V;
}

/** The part of `Storage` that drafts use. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

export class DraftStore<K extends string> {
  readonly #storage: () => DraftStorage;
  readonly #key: string;
  readonly #fields: readonly K[];

  /** `storage` is asked for at each use: where it is switched off, even naming it throws. */
  constructor(storage: () => DraftStorage, name: string, fields: readonly K[]) {
    this.#storage = storage;
    this.#key = `signpost.draft.${name}`;
    this.#fields = fields;
  }

  /** The stored draft, or null. One of another version or shape is read as far as it fits: unknown fields are dropped. */
  load(): Draft<Partial<Record<K, string>>> | null {
    try {
      const stored: unknown = JSON.parse(this.#storage().getItem(this.#key) ?? "null");
      if (!isRecord(stored) || typeof stored.id !== "string" || !isRecord(stored.values)) return null;
      const values: Partial<Record<K, string>> = {};
      for (const field of this.#fields) {
        const value = stored.values[field];
        if (typeof value === "string") values[field] = value;
      }
      return { id: stored.id, values };
    } catch {
      return null;
    }
  }

  /** Storage may be full or switched off; typing must go on all the same, so a failure is only reported. */
  save(draft: Draft<Record<K, string>>): boolean {
    try {
      this.#storage().setItem(this.#key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  clear(): void {
    try {
      this.#storage().removeItem(this.#key);
    } catch {
      // Storage is switched off: there is nothing to clear.
    }
  }
}
