import { describe, expect, test } from "vitest";
import { today as suiteDay } from "../clock";
import type { Week } from "../../worker/contract/api-types";
import { addDays, addMonths, lastDayOf, lastMonthOver, monthOf, monthRange } from "../../worker/core/months";
import { change, eventOf, log, review } from "./discussion";
import { api, keyFor, loadShipped, registerShipped, SLUG } from "./harness";

const today = suiteDay();
const lastMonth = lastMonthOver(today);

async function weekOf(key: string): Promise<Week> {
  const response = await api("GET", `/scenarios/${SLUG}/week`, { key });
  expect(response.status).toBe(200);
  return response.json();
}

describe("this week", () => {
  test("of the shipped scenario lists what waits", async () => {
    const { analyst: key } = await loadShipped();
    const week = await weekOf(key);
    expect(week.unreviewed.count).toBe(198);
    expect(week.unreviewed.events).toHaveLength(10);
    const dates = week.unreviewed.events.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(week.disputed).toEqual({ count: 0, events: [] });
    // Nobody has looked since November 2025.
    const year = monthRange(addMonths(lastMonth, -11), lastMonth);
    expect(week.unlookedMonths).toEqual(year.filter((month) => month > "2025-11"));
    expect(week.lastMonth).toEqual({ month: lastMonth, closed: false });
    expect(week.revision).toBe(3);
  });

  test("counts reviews as they come", async () => {
    const { analyst: key } = await loadShipped();
    const { sourceReliability, infoCredibility } = await eventOf(key, "PKRU-0100");
    await review(key, "PKRU-0100", 1, { sourceReliability, infoCredibility });
    await review(key, "PKRU-0101", 1, { agrees: false, comment: "Another day" });
    const { unreviewed, disputed } = await weekOf(key);
    expect(unreviewed.count).toBe(196);
    expect(disputed.count).toBe(1);
    expect(disputed.events.map(({ ref, review: stands }) => [ref, stands])).toEqual([["PKRU-0101", "disputed"]]);
  });

  test("counts changes of state among the unreviewed, and nothing retracted", async () => {
    const { analyst: key } = await registerShipped();
    await log(key, { indicator: "supply_line", code: undefined, state: "closed", date: "2025-11-01" });
    const { ref } = await log(key);
    await change("DELETE", key, ref, 1, { reason: "Never was" });
    const { unreviewed } = await weekOf(key);
    expect(unreviewed).toMatchObject({ count: 1, events: [{ state: "closed" }] });
  });

  test("lists plans whose day is over with nothing logged since, the latest first", async () => {
    const { analyst: key } = await registerShipped();
    const plan = async (plannedFor: string): Promise<string> => (await log(key, { plannedFor })).ref;
    const yesterday = addDays(today, -1);
    const over = await plan("2025-12-05");
    const month = await plan(lastMonth);
    const answered = await plan("2026-01");
    const doubted = await plan("2026-02-10");
    const missed = await plan(yesterday);
    // Not over: today, this month, and what is to come.
    for (const date of [today, monthOf(today), addDays(today, 3)]) await plan(date);
    await log(key, { follows: answered, title: "It was held" });
    const { ref } = await log(key, { follows: doubted, title: "It was held, they say" });
    await change("DELETE", key, ref, 1, { reason: "They did not" });
    const { openThreads } = await weekOf(key);
    const wanted = [
      [missed, yesterday],
      [month, lastMonth],
      [doubted, "2026-02-10"],
      [over, "2025-12-05"],
    ].toSorted(([, a = ""], [, b = ""]) => (a < b ? 1 : -1));
    expect(openThreads.map((thread) => [thread.ref, thread.plannedFor])).toEqual(wanted);
    expect(openThreads[0]).toMatchObject({ title: "A minister visits", indicator: "visit", date: "2025-11-20" });
  });

  test("lists claims that fall due, until they have an outcome", async () => {
    const { analyst: key } = await registerShipped();
    const claim = async (deadline: string): Promise<string> => {
      const body = { question: `By ${deadline}?`, criteria: "It happens.", type: "by", deadline };
      const response = await api("POST", `/scenarios/${SLUG}/propositions`, { key, body });
      return (await response.json<{ id: string }>()).id;
    };
    const before = (await weekOf(key)).dueClaims.map(({ id }) => id);
    const soon = await claim(addDays(today, 60));
    await claim(addDays(today, 61));
    const { dueClaims } = await weekOf(key);
    expect(dueClaims.map(({ id }) => id)).toEqual([...before, soon]);
    expect(dueClaims.at(-1)).toMatchObject({ deadline: addDays(today, 60), days: 60 });
    const outcome = { result: "void", on: today, sourceTitle: "Nobody can tell" };
    await api("POST", `/scenarios/${SLUG}/propositions/${soon}/resolution`, { key, body: outcome });
    expect((await weekOf(key)).dueClaims.map(({ id }) => id)).toEqual(before);
  });

  test("knows whether the last month is closed, and which months were looked at", async () => {
    const { analyst: key } = await registerShipped();
    const other = await keyFor("analyst", "Somebody else");
    await api("POST", `/scenarios/${SLUG}/notes`, { key, body: { month: lastMonth, text: "So far." } });
    expect((await weekOf(key)).lastMonth.closed).toBe(false);
    expect((await weekOf(key)).unlookedMonths).toContain(lastMonth);
    const body = { month: lastMonth, looked: "Both foreign ministries", text: "Quiet.", freeze: false };
    await api("POST", `/scenarios/${SLUG}/close-month`, { key, body });
    expect(await weekOf(other)).toMatchObject({ lastMonth: { month: lastMonth, closed: true } });
    expect((await weekOf(key)).unlookedMonths).not.toContain(lastMonth);
    // A note that is reworded does not open the month again; one that is taken back does.
    await api("POST", `/scenarios/${SLUG}/notes`, { key, body: { month: lastMonth, text: "Very quiet." } });
    expect((await weekOf(key)).lastMonth.closed).toBe(true);
    await api("DELETE", `/scenarios/${SLUG}/notes/${lastMonth}`, { key, body: { reason: "Not quiet at all" } });
    expect((await weekOf(key)).lastMonth.closed).toBe(false);
    expect(lastDayOf(lastMonth) < today).toBe(true);
  });
});
