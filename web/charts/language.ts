/**
 * uPlot formats numbers in the browser's language as soon as its code is read, and throws where that is none: a Chromium
 * under a POSIX locale calls its own "en-US@posix". This has to be imported before it.
 */
try {
  Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { value: "en", configurable: true });
}
