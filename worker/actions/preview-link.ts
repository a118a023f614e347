import type { LinkTerms } from "../core/link-terms";
import type { Contribution, ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { findEvents } from "../store/events";
import { encodeView } from "../store/view-bytes";
import { currentView, type CurrentQuestion } from "./current-view";
import { freezeView } from "./freeze-view";
import type { ToCsv } from "./shared-csv";

/** An event that moved the figures and that nobody but its author has agreed with. */
export interface Unreviewed extends Pick<Contribution, "ref" | "title" | "value"> {
  date: string;
  review: "unreviewed" | "disputed";
}

/** How many of them are named. */
const NAMED = 10;

/** What a link made on these terms now would show, to the byte, and what in it nobody has looked at. Makes no link. */
export async function previewLink(
  db: Database,
  { terms, question, toCsv }: { terms: LinkTerms; question: CurrentQuestion; toCsv: ToCsv },
): Promise<{ view: ScenarioView; hash: string; unreviewed: Unreviewed[] }> {
  const { fields } = terms;
  const { view, hash } =
    terms.purpose === "live" ? await liveNow(db, question, terms) : await freezeView(db, { question, fields, toCsv });
  return { view, hash, unreviewed: await unreviewedOf(db, view) };
}

async function liveNow(db: Database, question: CurrentQuestion, { fields }: LinkTerms) {
  const { view } = await currentView(db, question, fields);
  return { view, hash: (await encodeView(view)).hash };
}

/** Of the largest contributions of a view, those whose event stands unreviewed or disputed; the largest first. */
export async function unreviewedOf(db: Database, view: ScenarioView): Promise<Unreviewed[]> {
  const refs = view.contributions.flatMap(({ id }) => id ?? []);
  const events = await findEvents(db, view.slug, refs);
  return view.contributions
    .flatMap(({ ref, title, date, value }): Unreviewed[] => {
      const review = events.get(ref)?.review ?? "agreed";
      return date === null || review === "agreed" ? [] : [{ ref, title, date, value, review }];
    })
    .slice(0, NAMED);
}
