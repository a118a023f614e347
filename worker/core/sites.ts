/**
 * The site of a web address: its host in small letters, without a leading `www.`; "" where there is no address.
 *
 * @example siteOf("https://www.Dawn.com/news/752485") // "dawn.com"
 */
export function siteOf(url: string): string {
  const host = /^https?:\/\/([^/?#\\\s]*)/i.exec(url)?.[1] ?? "";
  return host.toLowerCase().replace(/^www\./, "");
}
