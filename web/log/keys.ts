/** Keys that work alone. They can be switched off, since speech input and shaky hands set them off by accident. */

import { latinKey } from "../forms/latin-key";

const STORED = "signpost.single-keys";

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** On unless somebody has switched them off; a browser that keeps nothing leaves them on. */
export function singleKeysOn(storage: () => Store): boolean {
  try {
    return storage().getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

/** Whether the choice could be kept. */
export function switchSingleKeys(storage: () => Store, on: boolean): boolean {
  try {
    if (on) storage().removeItem(STORED);
    else storage().setItem(STORED, "off");
    return true;
  } catch {
    return false;
  }
}

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  defaultPrevented: boolean;
}

/**
 * Whether a key was pressed for itself: not while typing, not with Ctrl, Alt or the command key, not held down, and not
 * while a dialog has the keyboard.
 */
export function isAlone(press: KeyPress, typing: boolean, dialogOpen: boolean): boolean {
  const modified = press.ctrlKey || press.metaKey || press.altKey;
  return !(modified || press.repeat || press.defaultPrevented || typing || dialogOpen);
}

const TYPED_INTO = "input, select, textarea, [contenteditable]:not([contenteditable=false])";

/** Runs a key's work when it is pressed for itself: `{ l: openLog }`. */
export function onSingleKeys(work: Readonly<Record<string, () => void>>): void {
  document.addEventListener("keydown", (event) => {
    const key = latinKey(event);
    const run = Object.hasOwn(work, key) ? work[key] : undefined;
    if (!run) return;
    const typing = event.target instanceof Element && event.target.closest(TYPED_INTO) !== null;
    const dialogOpen = document.querySelector("dialog[open]") !== null;
    if (!isAlone(event, typing, dialogOpen) || !singleKeysOn(() => localStorage)) return;
    event.preventDefault();
    run();
  });
}
