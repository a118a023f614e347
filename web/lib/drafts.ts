/** Keeps what is typed in a form until it is saved: for the person who typed it, in the tab where they did. */
import { h } from "./dom";
import { pagePerson } from "./person";

export interface Draft<V> {
  /** What the form began from, such as the version that is corrected; "" for nothing. */
  id: string;
  values: V;
}

/** The part of `Storage` that drafts use. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const PREFIX = "signpost.draft.";
const NOT_KEPT = "This browser keeps no drafts: what you type is lost if you leave before it is saved.";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

export class DraftStore<K extends string> {
  readonly #storage: () => DraftStorage;
  readonly #key: string;
  readonly #fields: readonly K[];

  /**
   * A tab has its session storage to itself, and it outlives reloads. `storage` is asked for at each use: where it is
   * switched off, even naming it throws.
   */
  constructor(
    name: string,
    fields: readonly K[],
    storage: () => DraftStorage = () => sessionStorage,
    of = pagePerson(),
  ) {
    this.#storage = storage;
    this.#key = `${PREFIX}${of}/${name}`;
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
  save(draft: Draft<Partial<Record<K, string>>>): boolean {
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

/** Whether a form was left with something typed: then it is opened again. */
export function hasDraft(slug: string, name: string): boolean {
  return new DraftStore(`${slug}.${name}`, []).load() !== null;
}

/** Where a form says what is kept. */
export interface Saying {
  show(kind: "info" | "warning", ...content: (Node | string)[]): void;
  clear(): void;
}

/** Says that the form holds what was typed before. */
export function sayKept(message: Saying, discard: () => void): void {
  const button = h("button", { class: "button small", type: "button", onclick: discard }, "Discard it");
  message.show("info", h("p", { class: "row between" }, "What you typed last time is still here.", button));
}

export function sayNotKept(message: Saying): void {
  message.show("warning", NOT_KEPT);
}

export interface KeptForm<K extends string> {
  /** Unique among the forms of the instance. */
  name: string;
  fields: readonly K[];
  values(): Record<K, string>;
  set(values: Record<K, string>): void;
  message: Saying;
  /** Folds around it are opened where something is found. */
  element: Element;
}

export interface Kept {
  /** Runs at each key. */
  save(): void;
  /** Once it was sent, or given up. */
  clear(): void;
}

/**
 * Fills a form, as it stands, with what was typed in it before. Only answers that differ from those it begins with are
 * kept: the others may be changed by somebody else meanwhile, and must not be set back.
 */
export function keepTyped<K extends string>({ name, fields, values, set, message, element }: KeptForm<K>): Kept {
  const drafts = new DraftStore(name, fields);
  const begun = values();
  const draft = drafts.load();
  if (draft) {
    set({ ...begun, ...draft.values });
    sayKept(message, () => {
      drafts.clear();
      set(begun);
      message.clear();
    });
    // It stands in the page only once the caller has put it there.
    queueMicrotask(() => {
      for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
        fold.open = true;
      }
    });
  }
  return {
    save() {
      const typed = values();
      const changed: Partial<Record<K, string>> = {};
      for (const field of fields) if (typed[field] !== begun[field]) changed[field] = typed[field];
      if (Object.keys(changed).length === 0) drafts.clear();
      else if (!drafts.save({ id: "", values: changed })) sayNotKept(message);
    },
    clear: () => drafts.clear(),
  };
}

/** Takes away what other people typed in this tab before, and what earlier versions kept for whoever came. */
export function forgetOthers(
  person: string,
  tab: () => Storage = () => sessionStorage,
  all = () => localStorage,
): void {
  const remove = (storage: Storage, keep: string | null): void => {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(PREFIX) && (keep === null || !key.startsWith(keep))) storage.removeItem(key);
    }
  };
  try {
    remove(tab(), `${PREFIX}${person}/`);
    remove(all(), null);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}
