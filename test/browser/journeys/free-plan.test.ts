import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ScenarioView } from "../../../worker/core/view-types";
import { faultsOf, openSite, SHIPPED, type Site } from "./helpers";
import { makeLink, shownOnce } from "./share-helpers";

const PATH = `/scenarios/${SHIPPED}`;
/** In the first month after the forecast, so that all but one month-end have to be computed again. */
const OLDEST = {
  date: "2012-07-10",
  indicator: "visit",
  code: "minister_visit_held",
  title: "Found in an archive",
  sourceTitle: "A paper",
  sourceReliability: "B",
  infoCredibility: 2,
};

let site: Site;
let dashboard: Page;
let share: Page;
let faults: string[];

beforeAll(async () => {
  site = await openSite({ plan: "free" });
  dashboard = await site.owner();
  share = await dashboard.context().newPage();
  // A link that has to wait is a refusal to the browser.
  faults = [...faultsOf(dashboard), ...faultsOf(share, { refusals: true })];
});
afterAll(() => site.close());

const viewNow = () => site.api<ScenarioView>("GET", `${PATH}/view`);

test("says at its start that it keeps to the limits of the free plan", () => {
  expect(site.server.output()).toContain("It keeps to the limits of Cloudflare's free plan");
});

test("an event of the oldest month never empties the headline, and open pages have it settled; a link is made meanwhile", async () => {
  const before = await viewNow();
  await share.goto(`${PATH}/links`);
  const { revision } = await site.api<{ revision: number }>("POST", `${PATH}/events`, OLDEST);
  const waiting = await viewNow();
  expect(waiting.settling).toMatchObject({ since: revision, revision: before.revision });

  await share.getByRole("button", { name: "See it as readers will" }).click();
  const since = `being recalculated since revision ${revision}`;
  await share.getByText(new RegExp(`${since} \\(\\d+ of \\d+ months\\)\\. The link waits for that\\.$`)).waitFor();
  await dashboard.goto(PATH);
  await dashboard.getByText(since).first().waitFor();
  expect(await dashboard.locator("#headline").innerText()).toMatch(
    /^(Holding|Weakening|Stalled|Failing|Not enough evidence): /,
  );

  await makeLink(share);
  const frozen: ScenarioView = await (await fetch(`${await shownOnce(share, "Address")}/view.json`)).json();
  expect(frozen).toMatchObject({ revision, pendingMonths: [] });
  expect(frozen.settling).toBeUndefined();

  await dashboard.getByText(/^Updated just now: /).waitFor();
  const after = await viewNow();
  expect(after.pendingMonths).toEqual([]);
  expect(after.verdicts.filter(({ ofRevision }) => ofRevision !== undefined)).toEqual([]);
  expect(faults).toEqual([]);
});
