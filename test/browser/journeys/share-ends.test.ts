import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type TestServer } from "../harness/server";
import { axeFindings, faultsOf, openSite, SHIPPED, sideways, type Site } from "./helpers";
import { makeLink, openActions, seeAsReaders, shownOnce } from "./share-helpers";

const NOON = Date.parse("2026-11-30T20:00:00Z");
const MIDNIGHT = Date.parse("2026-12-01T08:00:00Z");
const UNTIL = "until the end of 30 November 2026 (UTC-8)";

describe("a link that is made in Los Angeles to end today", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "signpost-test-"));
  let site: Site;
  let server: TestServer;
  let owner: Page;
  let faults: string[];
  let url: string;
  const first = () => owner.locator(".link-row").first();
  /** The same Signpost at another time: its people stay signed in. */
  const continueAt = async (now: number): Promise<void> => {
    await server.stop();
    server = await startServer({ dataDir, port: server.port, now });
  };

  beforeAll(async () => {
    site = await openSite({ dataDir, now: NOON });
    ({ server } = site);
    owner = await site.owner({ timezoneId: "America/Los_Angeles", viewport: { width: 360, height: 740 } });
    faults = faultsOf(owner);
  });
  afterAll(async () => {
    await site.browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("is offered an end at the end of a day there, and says of a chosen day that it lasts to its end", async () => {
    await owner.goto(`/scenarios/${SHIPPED}/links`);
    await owner.getByLabel("For a colleague").check();
    const guards = owner.locator("summary", { hasText: "Can be read until " });
    expect(await guards.innerText()).toContain("until the end of 30 December 2026 (UTC-8)");
    await guards.click();
    expect(await owner.getByLabel("Ends on").getAttribute("min")).toBe("2026-11-30");
    await owner.getByLabel("Ends on").fill("2026-11-29");
    await owner.getByRole("button", { name: "See it as readers will" }).click();
    await owner.getByText("This day is over. Choose today or a later day, or none.").waitFor();
    await owner.getByLabel("Ends on").fill("2026-11-30");
    expect(await guards.innerText()).toContain(`Can be read ${UNTIL}.`);
  });

  test("says the same end in the look beforehand, the message and the list", async () => {
    await seeAsReaders(owner);
    await owner.locator(".shared").getByText(`It can be read ${UNTIL}.`).waitFor();
    await makeLink(owner);
    url = await shownOnce(owner, "Address");
    expect(await shownOnce(owner, "Message")).toContain(`It can be read ${UNTIL}.`);
    expect(await first().innerText()).toContain(`Can be read ${UNTIL}.`);
    expect(await sideways(owner)).toBe(0);
    expect(await axeFindings(owner)).toEqual([]);
  });

  test("says its end to each reader by the reader's own clock", async () => {
    for (const [timezoneId, until] of [
      ["America/Los_Angeles", UNTIL],
      ["Asia/Karachi", "until 1 December 2026, 13:00 UTC+5"],
      ["Asia/Kathmandu", "until 1 December 2026, 13:45 UTC+5:45"],
    ] as const) {
      const reader = await site.visitor({ timezoneId });
      await reader.goto(url);
      expect(await reader.locator(".page-title").innerText()).toContain(`It can be read ${until}.`);
      await reader.context().close();
    }
  });

  test("keeps its day where another thing is changed, and nothing is sent where nothing was", async () => {
    await openActions(owner);
    await first().getByRole("button", { name: "Change", exact: true }).click();
    expect(await first().getByLabel("Ends on").inputValue()).toBe("2026-11-30");
    await first().getByRole("button", { name: "Save" }).click();
    await first().getByText("Nothing was changed yet.").waitFor();
    await first().getByLabel("Title").fill("Another title");
    await first().getByRole("button", { name: "Save" }).click();
    await first().getByRole("heading", { name: "Another title" }).waitFor();
    expect(await first().innerText()).toContain(`Can be read ${UNTIL}.`);
  });

  test("opens in the last minute of that day there, and says in the next one when it ended", async () => {
    const reader = await site.visitor({ timezoneId: "America/Los_Angeles" });
    // An open page asks for news, also while its server is away.
    await owner.goto("about:blank");
    await continueAt(MIDNIGHT - 60_000);
    expect((await reader.goto(url))?.status()).toBe(200);
    await continueAt(MIDNIGHT + 60_000);
    expect((await reader.goto(url))?.status()).toBe(410);
    await reader
      .getByText("This page could be read until 1 December 2026, 08:00 UTC. Ask the person who sent it.")
      .waitFor();
    await owner.goto(`/scenarios/${SHIPPED}/links`);
    await first().getByText("expired", { exact: true }).waitFor();
    expect(await first().innerText()).toContain(`Could be read ${UNTIL}.`);
    expect(faults).toEqual([]);
  });
});
