import { describe, expect, it } from "vitest";
import { isAlone, singleKeysOn, switchSingleKeys } from "../../../../web/log/keys";
import type { KeyPress } from "../../../../web/log/keys";

const press: KeyPress = {
  key: "l",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  defaultPrevented: false,
};

describe("a key that works alone", () => {
  it("does so on its own", () => {
    expect(isAlone(press, false, false)).toBe(true);
  });

  it.each(["ctrlKey", "metaKey", "altKey", "repeat", "defaultPrevented"] as const)("does not with %s", (name) => {
    expect(isAlone({ ...press, [name]: true }, false, false)).toBe(false);
  });

  it("does not while somebody types, or while a dialog is open", () => {
    expect(isAlone(press, true, false)).toBe(false);
    expect(isAlone(press, false, true)).toBe(false);
  });
});

describe("the switch for such keys", () => {
  const items = new Map<string, string>();
  const storage = () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
  const none = (): Storage => {
    throw new Error("SecurityError");
  };

  it("is on until somebody turns it off, and keeps what was chosen", () => {
    expect(singleKeysOn(storage)).toBe(true);
    expect(switchSingleKeys(storage, false)).toBe(true);
    expect(singleKeysOn(storage)).toBe(false);
    switchSingleKeys(storage, true);
    expect(singleKeysOn(storage)).toBe(true);
  });

  it("says that it was not kept where a browser keeps nothing", () => {
    expect(singleKeysOn(none)).toBe(true);
    expect(switchSingleKeys(none, false)).toBe(false);
  });
});
