import { and, desc, eq, isNotNull, lte, sql } from "drizzle-orm";
import { windowStart } from "../core/coverage";
import { dayOfInstant } from "../core/days";
import { LISTED_CONTRIBUTIONS, monthsThatCouldMatter, sureFloor } from "../core/largest-contributions";
import { lastCompleteMonth, lastDayOf, monthOf, monthRange } from "../core/months";
import { MOVE_EVENTS, movesOf } from "../core/moves";
import { sum } from "../core/numbers";
import { standingsOf } from "../core/reviews";
import { cellsOf, codeCountsOf, yearCountsOf } from "../core/rollup";
import { horizonMonth } from "../core/horizon-verdicts";
import { spanStart, withinSpan } from "../core/span";
import type { CodeCount, Month, MonthCell, Registration, StateChange, ValidDate } from "../core/types";
import { verdictInputs } from "../core/verdict-inputs";
import type { VerdictWord } from "../core/verdict-types";
import { LISTED_AMOUNTS, LISTED_EVENTS, type ViewInput } from "../core/view-input";
import type { Database } from "./database";
import { fromEventRow } from "./event-rows";
import { newestNote, viewNote } from "./notes";
import { loadReviewCounts } from "./reviews";
import { loadCells, loadCodeCounts } from "./rollup";
import { events } from "./schema";
import { loadActiveAttestations, loadStatements } from "./statements";
import { loadSaid } from "./said";
import { inputHashes } from "./verdict-hashes";
import { loadVerdicts, loadWords, type StoredWord, type StoredWords } from "./verdicts";

type Loaded = Omit<ViewInput, "registration" | "revision" | "generator" | "asOf" | "asOfReason">;
type Statements = Awaited<ReturnType<typeof loadStatements>>;

/** What a view is made of and does not depend on its as-of date: months x indicators rows, however many events. */
export interface ViewBase extends Statements {
  cells: MonthCell[];
  /** Changes of state, in the order recorded. */
  states: StateChange[];
  /** The latest valid date in the log; null without an event. */
  newestDate: ValidDate | null;
}

/** Every current event is in the rollup or a change of state. */
export function currentRows({ cells, states }: Pick<ViewBase, "cells" | "states">): number {
  return sum(cells.map(({ n }) => n)) + states.length;
}

/** At once, to spare round trips: who reads must check that the log did not grow meanwhile. */
export async function loadViewBase(db: Database, scenario: string): Promise<ViewBase> {
  const [cells, dated, statements] = await Promise.all([
    loadCells(db, scenario),
    loadStates(db, scenario),
    loadStatements(db, scenario),
  ]);
  return { cells, ...dated, ...statements };
}

/** What verdicts alone are made of. */
export async function loadVerdictBase(
  db: Database,
  scenario: string,
): Promise<Pick<ViewBase, "cells" | "states" | "attestations">> {
  const [cells, { states }, attested] = await Promise.all([
    loadCells(db, scenario),
    loadStates(db, scenario),
    loadActiveAttestations(db, scenario),
  ]);
  return { cells, states, attestations: attested };
}

/** Reads the rest of a view's input, at once again: codes x (years + 12) rows and a constant number at a month's end. */
export async function loadViewInput(
  db: Database,
  registration: Registration,
  base: ViewBase,
  asOf: string,
  today: string,
): Promise<Loaded> {
  const scenario = registration.slug;
  const month = monthOf(asOf);
  // An event may be dated by a day that has begun only east of here, which counts from when it begins by UTC.
  const isCut = asOf !== lastDayOf(month) && (base.newestDate ?? "") > asOf;
  const cut = isCut ? await loadCutMonth(db, scenario, asOf) : null;
  const cells = cut ? [...before(base.cells, month), ...cut.cells] : upTo(base.cells, month);
  const completeTo = lastCompleteMonth(asOf, today);
  const drawn = withinSpan(cells, spanStart(windowStart(registration)));
  const states = base.states.filter(({ date }) => date <= asOf);
  const { attestations, propositions } = base;
  const [counts, listed, candidates, moving, monthVerdicts, said, reviewed, note] = await Promise.all([
    loadCodeCounts(db, scenario, month),
    loadListed(db, scenario, asOf),
    loadCandidates(db, registration, drawn, asOf),
    loadMoving(db, registration, drawn, asOf),
    loadMonthVerdicts(db, asOf, { registration, completeTo, cells, states, attestations }),
    saidSoFar(db, scenario),
    loadReviewCounts(db, scenario),
    newestNote(db, scenario, month),
  ]);
  const months = cut ? [...before(counts.months, month), ...cut.codes] : counts.months;
  const total = sum(base.cells.map(({ n }) => n));
  const counted = sum(cells.map(({ n }) => n));
  return {
    completeTo,
    cells,
    codeCounts: [...counts.years, ...yearCountsOf(months)],
    states,
    attestations,
    candidates,
    moving,
    ...listed,
    propositions,
    monthVerdicts,
    said,
    review: standingsOf(currentRows(base), reviewed),
    notes: note ? [viewNote(note)] : [],
    scheduled: total - counted,
    lastEventDate: listed.latest[0]?.date ?? null,
  };
}

function before<T extends { month: Month }>(list: T[], month: Month): T[] {
  return list.filter((one) => one.month < month);
}

function upTo<T extends { month: Month }>(list: T[], month: Month): T[] {
  return list.filter((one) => one.month <= month);
}

/** The newest events, and the newest with an amount. */
async function loadListed(
  db: Database,
  scenario: string,
  asOf: string,
): Promise<Pick<ViewInput, "latest" | "amounts">> {
  const dated = and(eq(events.scenario, scenario), sql`status = 'active'`, lte(events.date, asOf));
  const [latest, amounts] = await db.query.batch([
    db.query.select().from(events).where(dated).orderBy(desc(events.date), desc(events.ref)).limit(LISTED_EVENTS),
    db.query
      .select()
      .from(events)
      .where(and(dated, isNotNull(events.amountCents)))
      .orderBy(desc(events.date), desc(events.ref))
      .limit(LISTED_AMOUNTS),
  ]);
  return { latest: latest.map(fromEventRow), amounts: amounts.map(fromEventRow) };
}

/** All changes of state, in the order recorded, a handful by an index of their own; and the latest date, one row. */
async function loadStates(db: Database, scenario: string): Promise<Pick<ViewBase, "states" | "newestDate">> {
  const [rows, newest] = await db.query.batch([
    db.query
      .select()
      .from(events)
      // Without a condition on the date, or the index on dates would be taken and the whole log be read.
      .where(and(eq(events.scenario, scenario), sql`status = 'active'`, isNotNull(events.state)))
      .orderBy(events.revision, events.ordinal),
    db.query
      .select({ date: events.date })
      .from(events)
      .where(eq(events.scenario, scenario))
      .orderBy(desc(events.date), desc(events.ref))
      .limit(1),
  ]);
  const states = rows.map(({ ref, indicator, date, state, title }, order) => {
    return { ref, indicator, date, state: state ?? "", title, order };
  });
  return { states, newestDate: newest[0]?.date ?? null };
}

/** Stored verdicts of month-ends that still follow from the log, whole where a horizon ends or is judged. */
async function loadMonthVerdicts(
  db: Database,
  asOf: string,
  source: Parameters<typeof verdictInputs>[0],
): Promise<ViewInput["monthVerdicts"]> {
  const { registration, completeTo } = source;
  if (asOf < registration.registeredOn) return { published: {}, whole: [] };
  const { slug, registeredOn } = registration;
  const hashes = await inputHashes(verdictInputs(source));
  const [words, whole] = await Promise.all([
    loadWords(db, slug),
    loadVerdicts(db, slug, hashes, horizonMonths(registration, completeTo)),
  ]);
  const current = [...words.settled, ...words.settling].filter(({ month, inputs }) => hashes.get(month) === inputs);
  const published = wordByMonth(current);
  const isSettled = monthRange(monthOf(registeredOn), completeTo).every((month) => published[month]);
  if (isSettled) return { published, whole: whole.current };
  return { published, whole: whole.current, earlier: await loadEarlier(db, source, words) };
}

function horizonMonths({ horizons }: Registration, completeTo: Month): Month[] {
  return [...new Set(horizons.map((horizon) => horizonMonth(horizon, completeTo)))];
}

function wordByMonth(words: readonly StoredWord[]): Record<Month, VerdictWord> {
  return Object.fromEntries(words.map(({ month, published }) => [month, published]));
}

/** The verdicts that were settled last, up to the view's last complete month: they stand while others are recalculated. */
async function loadEarlier(
  db: Database,
  { registration, completeTo }: Pick<Parameters<typeof verdictInputs>[0], "registration" | "completeTo">,
  words: StoredWords,
): Promise<ViewInput["monthVerdicts"]["earlier"]> {
  const settled = words.settled.filter(({ month }) => month <= completeTo);
  const to = settled.at(-1)?.month;
  const months = to === undefined ? [] : horizonMonths(registration, to);
  const { settled: whole } = await loadVerdicts(db, registration.slug, new Map(), months);
  const since = words.settling.map((word) => word.since);
  return {
    since: since.length === 0 ? null : Math.min(...since),
    revision: to === undefined ? null : Math.max(...words.settled.map(({ revision }) => revision)),
    published: wordByMonth(settled),
    whole,
  };
}

export async function saidSoFar(db: Database, scenario: string): Promise<ViewInput["said"]> {
  const { since, months } = await loadSaid(db, scenario);
  return { since: since === null ? null : dayOfInstant(since), months };
}

/** The as-of month counted up to the as-of day only: the one case that reads a month's events. */
async function loadCutMonth(
  db: Database,
  scenario: string,
  asOf: string,
): Promise<{ cells: MonthCell[]; codes: CodeCount[] }> {
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(events)
      .where(
        and(
          eq(events.scenario, scenario),
          sql`status = 'active' and state is null`,
          sql`${events.date} >= ${monthOf(asOf)}`,
          lte(events.date, asOf),
        ),
      ),
  ]);
  const visible = rows.map(fromEventRow);
  return { cells: cellsOf(visible), codes: codeCountsOf(visible) };
}

/** The largest events of each month that could hold one of the largest contributions, by the index on their size. */
async function loadCandidates(
  db: Database,
  { slug, indicators, halfLifeMonths }: Registration,
  cells: MonthCell[],
  asOf: string,
): Promise<ViewInput["candidates"]> {
  const search = { indicators, cells, asOfMonth: monthOf(asOf), halfLifeMonths };
  const months = monthsThatCouldMatter(search, sureFloor(search));
  if (months.length === 0) return [];
  const statement = db.d1
    .prepare(
      `SELECT e.ref, e.title, e.date, e.indicator, e.effective10, e.weight100
       FROM json_each(?2) AS m CROSS JOIN events AS e
       WHERE e.scenario = ?1 AND e.ref IN (
         SELECT ref FROM events
         WHERE scenario = ?1 AND month = m.value AND status = 'active' AND size > 0 AND date <= ?3
         ORDER BY size DESC LIMIT ${LISTED_CONTRIBUTIONS}
       )`,
    )
    .bind(slug, JSON.stringify(months), asOf);
  const [result] = await db.d1.batch<ViewInput["candidates"][number]>([statement]);
  return result?.results ?? [];
}

/** The largest events of the few months that the picture of the index marks. */
async function loadMoving(
  db: Database,
  { slug, indicators }: Registration,
  cells: MonthCell[],
  asOf: string,
): Promise<ViewInput["moving"]> {
  const selects = movesOf(indicators, cells).map(({ month }) =>
    db.query
      .select()
      .from(events)
      .where(
        and(
          eq(events.scenario, slug),
          eq(events.month, month),
          sql`status = 'active' and size > 0`,
          lte(events.date, asOf),
        ),
      )
      .orderBy(desc(events.size), events.ref)
      .limit(MOVE_EVENTS),
  );
  const [first, ...others] = selects;
  if (!first) return [];
  const months = await db.query.batch([first, ...others]);
  return months.flat().map(fromEventRow);
}
