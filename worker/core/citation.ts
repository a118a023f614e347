import { dateLabel, monthLabel } from "./labels";
import type { ScenarioView } from "./view-types";

export interface CitedPage {
  /** Who publishes the page. */
  publisher: string;
  title: string;
  url: string;
  /** `YYYY-MM-DD`: the day on which a frozen page was frozen; null for a page that goes on changing. */
  frozenOn: string | null;
  /** `YYYY-MM-DD`: the day on which it was read. */
  readOn: string;
}

type Cited = Pick<ScenarioView, "slug" | "asOf" | "revision">;

/**
 * A page as a reference list gives it: what it is, up to which day and by which records, where it stands, and when it was
 * read. A frozen page says so, for it cannot have changed since.
 *
 * @example citationText({ slug: "a", asOf: "2025-11-30", revision: 12 }, { publisher: "A desk", title: "Pakistan-Russia", ... })
 * // "A desk, Pakistan-Russia. Events to 30 November 2025, revision 12 (frozen on 1 December 2025). https://... (read on ...)."
 */
export function citationText({ asOf, revision }: Cited, page: CitedPage): string {
  const frozen = page.frozenOn === null ? "" : ` (frozen on ${dateLabel(page.frozenOn)})`;
  const what = `Events to ${dateLabel(asOf)}, revision ${revision}${frozen}`;
  const end = /[.?!]$/.test(page.title) ? "" : ".";
  return `${page.publisher}, ${page.title}${end} ${what}. ${page.url} (read on ${dateLabel(page.readOn)}).`;
}

/** What BibTeX would read as a command, and the braces that would end a field. */
const SPECIAL: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "^": "\\^{}",
  "~": "\\~{}",
};

function bibText(text: string): string {
  return text.replace(/[\\{}$&%#_^~]/g, (sign) => SPECIAL[sign] ?? sign);
}

/**
 * The same as a BibTeX entry of type `misc`, whose key is the scenario's slug with the revision.
 *
 * @example citationBibtex({ slug: "pakistan-russia-2012", revision: 12, ... }, page) // "@misc{pakistan-russia-2012-r12,\n ..."
 */
export function citationBibtex({ slug, asOf, revision }: Cited, page: CitedPage): string {
  const day = page.frozenOn ?? page.readOn;
  const frozen = page.frozenOn === null ? "" : `, frozen on ${dateLabel(page.frozenOn)}`;
  const fields: [string, string][] = [
    ["title", `{${bibText(page.title)}}`],
    ["author", `{${bibText(page.publisher)}}`],
    ["year", day.slice(0, 4)],
    ["month", monthLabel(day.slice(0, 7)).slice(0, 3).toLowerCase()],
    ["howpublished", `\\url{${page.url}}`],
    ["note", bibText(`Events to ${dateLabel(asOf)}, revision ${revision}${frozen}; read on ${dateLabel(page.readOn)}`)],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${slug}-r${revision},\n${lines.join(",\n")}\n}\n`;
}
