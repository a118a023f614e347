import { describe, expect, test } from "vitest";
import { today } from "../clock";
import type { PageData } from "../../worker/contract/page";
import { lastDayOf, lastMonthOver } from "../../worker/core/months";
import type { ScenarioView } from "../../worker/core/view-types";
import { api, eventBody, loadShipped, registerShipped, request, SLUG } from "./harness";

async function page(key: string, path: string): Promise<Response> {
  return request("GET", path, { key, headers: { Accept: "text/html" } });
}

function embedded<T>(html: string, id: string): T {
  const [, json = "null"] = new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html) ?? [];
  return JSON.parse(json);
}

describe("a page", () => {
  test("brings its view and its title along, so that one round trip shows the numbers", async () => {
    const { viewer } = await loadShipped();
    const html = await (await page(viewer, "/")).text();
    const view = embedded<ScenarioView>(html, "view");
    expect(view).toEqual(await (await api("GET", `/scenarios/${SLUG}/view`, { key: viewer })).json());
    expect(html).toMatch(/<title>[^<]*Pakistan and Russia/);
    expect(embedded<{ slug: string }>(html, "page").slug).toBe(SLUG);
  });

  test.each(["", "/log", "/events", "/events/PKRU-0001", "/import", "/links", "/week", "/close"])(
    "/scenarios/:slug%s is served and never kept by anybody, so that Back finds nothing after a sign-out",
    async (rest) => {
      const { viewer } = await registerShipped();
      const response = await page(viewer, `/scenarios/${SLUG}${rest}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Type")).toContain("text/html");
      expect(response.headers.get("Cache-Control")).toBe("no-store");
    },
  );

  test("names who wrote the note that it shows, and nobody where that note has been written anew since", async () => {
    const { analyst, owner, viewer } = await loadShipped();
    const dashboard = async (query = "") => {
      const html = await (await page(viewer, `/scenarios/${SLUG}${query}`)).text();
      return { view: embedded<ScenarioView>(html, "view"), noteBy: embedded<PageData>(html, "page").noteBy };
    };
    expect((await dashboard()).noteBy).toBeNull();
    const write = (key: string, text: string) =>
      api("POST", `/scenarios/${SLUG}/notes`, { key, body: { month: "2025-10", text } });
    await write(analyst, "Quiet.");
    const first = await dashboard();
    expect(first.view.note?.text).toBe("Quiet.");
    expect(first.noteBy).toEqual({ month: "2025-10", version: 1, name: "A analyst" });
    await write(owner, "Quiet, and a visit was put off.");
    expect((await dashboard()).noteBy).toEqual({ month: "2025-10", version: 2, name: "A owner" });
    const then = await dashboard(`?revision=${first.view.revision}`);
    expect(then.view.note?.version).toBe(1);
    expect(then.noteBy).toBeNull();
  });

  test("that closes a month shows the end of that month, or of the last one that is over", async () => {
    const { analyst } = await loadShipped();
    const asOf = async (query: string): Promise<string> => {
      const html = await (await page(analyst, `/scenarios/${SLUG}/close${query}`)).text();
      return embedded<ScenarioView>(html, "view").asOf;
    };
    expect(await asOf("?month=2012-02")).toBe("2012-02-29");
    const last = lastDayOf(lastMonthOver(today()));
    for (const query of ["", "?month=2999-01", "?month=soon"]) expect(await asOf(query)).toBe(last);
  });

  test("of a scenario or an address that is not there says so", async () => {
    const { viewer } = await registerShipped();
    for (const path of ["/scenarios/nothing", "/nothing", "/%2e%2e/x"]) {
      const response = await page(viewer, path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain("Not found");
    }
  });

  test("keeps markup in titles inert", async () => {
    const { analyst } = await registerShipped();
    const title = '</script><img src=x onerror=alert(1)> &copy; "quoted"';
    await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: eventBody({ title }) });
    const html = await (await page(analyst, "/")).text();
    expect(html).not.toContain("<img src=x");
    expect(embedded<ScenarioView>(html, "view").latestEvents[0]?.title).toBe(title);
  });

  test("shows a list when several scenarios are there, and says so when none is", async () => {
    const { owner } = await registerShipped();
    const file = (await (await api("GET", `/scenarios/${SLUG}`, { key: owner })).json()) as object;
    await api("POST", "/scenarios", { key: owner, body: { ...file, slug: "second", title: "Second" } });
    const html = await (await page(owner, "/")).text();
    expect(embedded<{ scenarios: object[] }>(html, "page").scenarios).toHaveLength(2);
    expect(embedded(html, "view")).toBeNull();
  });
});
