/** What a link to the form may fill in: `?indicator=visit&date=2012-10&follows=PKRU-0043`. */
export const ASKED = ["indicator", "date", "follows"] as const;
export type Ask = Record<(typeof ASKED)[number], string>;

export function askedOf(search: string): Ask {
  const asked = new URLSearchParams(search);
  return {
    indicator: asked.get("indicator") ?? "",
    date: asked.get("date") ?? "",
    follows: asked.get("follows") ?? "",
  };
}
