/**
 * The spellings under which one web address may have been logged: with and without `www.`, a closing slash, http and https.
 *
 * @example addressSpellings("https://www.dawn.com/news/1") // 8 of them, "http://dawn.com/news/1/" among them
 */
export function addressSpellings(url: string): string[] {
  const match = /^https?:\/\/(?:www\.)?(.+?)\/?$/i.exec(url);
  const rest = match?.[1];
  if (rest === undefined) return [];
  const hosts = ["https://", "http://", "https://www.", "http://www."];
  return hosts.flatMap((host) => [`${host}${rest}`, `${host}${rest}/`]);
}
