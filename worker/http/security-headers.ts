/** Who may show a reply in a frame: nobody, or any site. */
export type FramedBy = "nobody" | "anybody";

/** Nothing but our own files loads, nothing inline runs, and no text becomes markup: no Trusted Types policy exists. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** What no page here uses; copying to the clipboard is not among them. */
const UNUSED = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/** Sent over https only: a browser must ignore it elsewhere. Subdomains may belong to others. */
export const TRANSPORT = { "Strict-Transport-Security": "max-age=31536000" };

/**
 * The headers that tell a browser what a reply of ours may do: of the worker's replies, and, by `web/public/_headers`,
 * of the files that are served without it.
 *
 * @example securityHeaders("nobody")["X-Frame-Options"] // "DENY"
 */
export function securityHeaders(framedBy: FramedBy): Record<string, string> {
  const alone = framedBy === "nobody";
  return {
    "Content-Security-Policy": [...POLICY, `frame-ancestors ${alone ? "'none'" : "*"}`].join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": UNUSED.map((feature) => `${feature}=()`).join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": alone ? "same-origin" : "cross-origin",
    ...(alone ? { "X-Frame-Options": "DENY" } : {}),
  };
}

/**
 * The text of `web/public/_headers`: a file that Cloudflare serves by itself has the same headers as the worker's replies.
 *
 * @example assetHeaders().startsWith("/*\n  Content-Security-Policy: default-src 'none'; ") // true
 */
export function assetHeaders(): string {
  const all = Object.entries({ ...securityHeaders("nobody"), ...TRANSPORT });
  const lines = all.map(([name, value]) => `  ${name}: ${value}`);
  return ["/*", ...lines, "", "/assets/*", "  Cache-Control: public, max-age=31536000, immutable", ""].join("\n");
}
