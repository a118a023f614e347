const { NumberFormat } = Intl;

function set(value: typeof NumberFormat): void {
  Object.defineProperty(Intl, "NumberFormat", { value, writable: true, configurable: true });
}

/**
 * uPlot makes a number format in the browser's language as soon as its code is read. No chart here uses it, yet it takes some
 * 20 ms in the way of the first one, and throws where the browser names no language: a Chromium under a POSIX locale calls its
 * own "en-US@posix". So while the library is read a stand-in is made instead.
 */
export function standIn(): void {
  set(new Proxy(NumberFormat, { construct: () => ({ format: String }) }));
}

export function restore(): void {
  set(NumberFormat);
}
