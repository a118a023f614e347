/** Names that no public server has: those of one's own machine, house or company. */
const INSIDE =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intern|intranet|lan|home|corp|private|home\.arpa|onion|invalid|test)$/;
/** A URL's host is written so whatever way its numbers were typed: `0x7f.1` is "127.0.0.1" by then. */
const NUMBERS = /^(?:\d+\.){3}\d+$|^\[/;
/** Characters. */
export const WEBHOOK_URL_LIMIT = 2000;

/**
 * What is wrong with an address that news shall be sent to, or null. It must be an https address of a public name, on the
 * usual port and without a name or password in it: numbers and inside names could be used to reach what only this server can.
 *
 * @example webhookUrlProblem("https://hooks.example.org/signpost") // null
 * @example webhookUrlProblem("https://127.1/") // "Write a name such as hooks.example.org, not a number."
 */
export function webhookUrlProblem(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:") return "Write a whole https address, such as https://hooks.example.org/signpost.";
  if (text.length > WEBHOOK_URL_LIMIT) return `Write at most ${WEBHOOK_URL_LIMIT.toLocaleString("en-GB")} characters.`;
  if (url.username !== "" || url.password !== "") return "Leave name and password out: the signature shows who sends.";
  if (url.port !== "") return "Leave the port out: only the usual one, 443, is used.";
  const { hostname } = url;
  if (NUMBERS.test(hostname)) return "Write a name such as hooks.example.org, not a number.";
  if (hostname.split(".").includes("") || !hostname.includes(".") || INSIDE.test(hostname)) {
    return "Write a public name, such as hooks.example.org: this one is only known inside a network.";
  }
  return null;
}
