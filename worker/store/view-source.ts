import { and, desc, eq, isNotNull, lte, sql } from "drizzle-orm";
import { LISTED_CONTRIBUTIONS, monthsThatCouldMatter, sureFloor } from "../core/largest-contributions";
import { lastDayOf, monthOf } from "../core/months";
import { cellsOf, codeCountsOf } from "../core/rollup";
import type { CodeCount, MonthCell, Registration } from "../core/types";
import { LISTED_AMOUNTS, LISTED_EVENTS, type ViewInput } from "../core/view-input";
import type { Database } from "./database";
import { fromEventRow } from "./event-rows";
import { loadRollup } from "./rollup";
import { events } from "./schema";
import { loadStatements } from "./statements";

type Loaded = Omit<ViewInput, "registration" | "revision" | "generator" | "asOf" | "asOfReason">;
type Statements = Awaited<ReturnType<typeof loadStatements>>;
type Rollup = Awaited<ReturnType<typeof loadRollup>>;

/** What a view is made of and does not depend on its as-of date: months x indicators rows, however many events. */
export interface ViewBase extends Rollup, Statements {}

export async function loadViewBase(db: Database, scenario: string): Promise<ViewBase> {
  return { ...(await loadRollup(db, scenario)), ...(await loadStatements(db, scenario)) };
}

/** Reads the rest of a view's input at the head revision: a constant number of rows at a month's end. */
export async function loadViewInput(
  db: Database,
  registration: Registration,
  base: ViewBase,
  asOf: string,
  today: string,
): Promise<Loaded> {
  const scenario = registration.slug;
  const month = monthOf(asOf);
  const rollup = asOf === lastDayOf(month) || asOf >= today ? base : await cutMonth(db, scenario, base, asOf);
  const cells = rollup.cells.filter((cell) => cell.month <= month);
  const { indicators, halfLifeMonths } = registration;
  const search = { indicators, cells, asOfMonth: month, halfLifeMonths };
  const months = monthsThatCouldMatter(search, sureFloor(search));
  const active = and(eq(events.scenario, scenario), sql`status = 'active'`);
  const dated = and(active, lte(events.date, asOf));
  const [states, latest, amounts] = await db.query.batch([
    db.query
      .select()
      .from(events)
      // Without a condition on the date, or the index on dates would be taken and the whole log be read.
      .where(and(active, isNotNull(events.state)))
      .orderBy(events.revision, events.ordinal),
    db.query.select().from(events).where(dated).orderBy(desc(events.date), desc(events.ref)).limit(LISTED_EVENTS),
    db.query
      .select()
      .from(events)
      .where(and(dated, isNotNull(events.amountCents)))
      .orderBy(desc(events.date), desc(events.ref))
      .limit(LISTED_AMOUNTS),
  ]);
  const total = base.cells.reduce((sum, { n }) => sum + n, 0);
  const counted = cells.reduce((sum, { n }) => sum + n, 0);
  return {
    cells,
    codeCounts: rollup.codes.filter((count) => count.month <= month),
    states: states
      .filter(({ date }) => date <= asOf)
      .map(({ ref, indicator, date, state, title }, order) => {
        return { ref, indicator, date, state: state ?? "", title, order };
      }),
    attestations: base.attestations,
    candidates: await largestEvents(db, scenario, months, asOf),
    latest: latest.map(fromEventRow),
    amounts: amounts.map(fromEventRow),
    propositions: base.propositions.map(({ proposition, outcome }) => ({ ...proposition, outcome })),
    scheduled: total - counted,
    lastEventDate: latest[0]?.date ?? null,
  };
}

/** The rollup with the as-of month counted up to the as-of day only: the one case that reads a month's events. */
async function cutMonth(db: Database, scenario: string, base: Rollup, asOf: string): Promise<Rollup> {
  const month = monthOf(asOf);
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(events)
      .where(
        and(
          eq(events.scenario, scenario),
          sql`status = 'active' and state is null`,
          sql`${events.date} >= ${month}`,
          lte(events.date, asOf),
        ),
      ),
  ]);
  const visible = rows.map(fromEventRow);
  const others = <T extends MonthCell | CodeCount>(list: T[]): T[] => list.filter((cell) => cell.month !== month);
  return {
    cells: [...others(base.cells), ...cellsOf(visible)],
    codes: [...others(base.codes), ...codeCountsOf(visible)],
  };
}

/** The largest events of each month, by the partial index on their size. */
async function largestEvents(
  db: Database,
  scenario: string,
  months: string[],
  asOf: string,
): Promise<ViewInput["candidates"]> {
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
    .bind(scenario, JSON.stringify(months), asOf);
  const [result] = await db.d1.batch<ViewInput["candidates"][number]>([statement]);
  return result?.results ?? [];
}
