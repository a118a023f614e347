import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { RedactionAnswer } from "../../../worker/contract/redaction-requests";
import { now } from "../../clock";
import { openStopped } from "../harness/stored-views";
import { axeFindings, faultsOf, figureOf, openSite, SHIPPED, sideways, untilDrawn, untilWhole } from "./helpers";
import type { Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const EVENT = {
  indicator: "visit",
  code: "minister_visit_held",
  date: "2025-11-20",
  title: "A minister took money from somebody who sues",
  sourceTitle: "A paper that is sorry",
  sourceReliability: "B",
  infoCredibility: 2,
};
const REASON = "<b>A court</b> ordered it: \u0639\u062f\u0627\u0644\u062a";

describe("a shared page from which an owner removed text", () => {
  let site: Site;
  let reader: Page;
  let faults: string[];
  let link: { url: string; viewHash: string };

  beforeAll(async () => {
    site = await openSite();
    const { ref } = await site.api<{ ref: string }>("POST", `${PATH}/events`, EVENT);
    const note = `We have it: ${EVENT.title}.`;
    link = await site.api("POST", `${PATH}/snapshots`, { title: "For the desk", note });
    const redact = `${PATH}/events/${ref}/redact`;
    const { places } = await site.api<RedactionAnswer>("POST", `${redact}?dryRun=1`, {});
    await site.api("POST", redact, { reason: REASON, also: places.map(({ place }) => place) });
    reader = await site.visitor({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
    faults = faultsOf(reader);
    await reader.goto(link.url);
    await untilWhole(reader);
  });
  afterAll(() => site.close());

  test("says so above everything that it shows, with the day and the reason as it was typed", async () => {
    const notice = reader.getByRole("complementary", { name: "Removed from this page" });
    await notice.waitFor();
    const day = new Date(now()).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
    expect(await notice.innerText()).toContain(
      `Something was removed from this page on ${day} (UTC). Reason: ${REASON}`,
    );
    expect(await notice.locator("b").count()).toBe(0);
    const top = async (name: string): Promise<number> =>
      (await reader.locator(name).first().boundingBox())?.y ?? Number.NaN;
    expect(await top(".removed-notice")).toBeLessThan(await top(".first-screen"));
  });

  test("holds the text no more, neither in sight nor in its source, and still tells the hash that it had", async () => {
    expect(await reader.content()).not.toContain("took money");
    expect(await reader.locator("main").innerText()).toContain("We have it: [removed].");
    expect(await reader.locator("main").innerText()).toContain(link.viewHash);
    const { viewHash } =
      (await site.api<{ snapshots: { viewHash: string }[] }>("GET", `${PATH}/snapshots`)).snapshots[0] ?? {};
    expect(await reader.locator("main").innerText()).toContain(viewHash);
  });

  test("keeps its picture for messengers, which holds no text that can be removed", async () => {
    const picture = reader.getByRole("link", { name: "The picture that messengers show (PNG)" });
    const answer = await fetch(new URL((await picture.getAttribute("href")) ?? "", link.url));
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "image/png"]);
  });

  test("still draws its charts, fits a phone, and is for readers of any kind", async () => {
    await untilDrawn(figureOf(reader, "Warming index"), 300);
    expect(await sideways(reader)).toBe(0);
    expect(await axeFindings(reader)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("leaves no trace in any file of the data folder once Signpost is stopped", async () => {
    const { process, dataDir } = site.server;
    const holding = (): string[] =>
      readdirSync(dataDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes("took money"))
        .map(({ name }) => name);
    // Or nothing would need to be written anew.
    expect(holding()).not.toEqual([]);
    process.kill("SIGTERM");
    await once(process, "exit");
    expect(process.exitCode).toBe(0);
    expect(holding()).toEqual([]);
    const database = openStopped(dataDir);
    expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    expect(database.prepare("SELECT title FROM events WHERE title = '[removed]'").all()).toHaveLength(1);
    database.close();
  });
});
