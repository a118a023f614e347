const { NumberFormat, DateTimeFormat } = Intl;

function set(formats: Pick<typeof Intl, "NumberFormat" | "DateTimeFormat">): void {
  for (const [name, value] of Object.entries(formats)) {
    Object.defineProperty(Intl, name, { value, writable: true, configurable: true });
  }
}

/**
 * uPlot makes a number format in the browser's language, and asks a date format for the time zone, as soon as its code is
 * read. No chart here uses either, yet each takes some 20 ms in the way of the first one, and the former throws where the
 * browser names no language: a Chromium under a POSIX locale calls its own "en-US@posix". So while the library is read
 * stand-ins are made instead.
 */
export function standIn(): void {
  set({
    NumberFormat: new Proxy(NumberFormat, { construct: () => ({ format: String }) }),
    DateTimeFormat: new Proxy(DateTimeFormat, { construct: () => ({ resolvedOptions: () => ({ timeZone: "UTC" }) }) }),
  });
}

export function restore(): void {
  set({ NumberFormat, DateTimeFormat });
}
