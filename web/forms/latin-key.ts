/** Keys by their Latin letter: on a Russian or Urdu keyboard the key marked L types another letter. */

/** "l" for the key L on any layout; what was typed where that is plain already. "д" on KeyL -> "l" */
export function latinKey({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  if (key.length !== 1 || /^[\x20-\x7e]$/.test(key)) return key;
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
}
