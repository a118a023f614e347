import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { verifyViews } from "../../worker/actions/verify-views";
import type { ScenarioView } from "../../worker/core/view-types";
import { previewImage } from "../../worker/preview/image";
import { redactEverywhere } from "./canaries";
import { api, database, eventBody, loadShipped, SLUG } from "./harness";
import { look, setRow, share } from "./shared-links";

const EVENTS = `/scenarios/${SLUG}/events`;

async function imageOf(link: { url: string }): Promise<Uint8Array> {
  const response = await look(link, "/preview.png");
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("image/png");
  return new Uint8Array(await response.arrayBuffer());
}

test("a frozen link's image is the one drawn from its own view, and one for all links to that view", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst, { asOf: "2020-06-30" });
  const drawn = await previewImage(await (await look(link, "/view.json")).json(), "Signpost");
  expect(await imageOf(link)).toEqual(drawn);
  const second = await share(analyst, { asOf: "2020-06-30", title: "Again" });
  expect(second.viewHash).toBe(link.viewHash);
  expect(await imageOf(second)).toEqual(drawn);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM view_images").first()).toEqual({ n: 1 });
});

test("another day gives another image", async () => {
  const { analyst } = await loadShipped();
  const [one, other] = [await share(analyst, { asOf: "2020-06-30" }), await share(analyst, { asOf: "2014-06-30" })];
  expect(await imageOf(one)).not.toEqual(await imageOf(other));
});

test("a view that was frozen without an image has none, in the words of every unknown address", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst);
  await env.DB.prepare("DELETE FROM view_images").run();
  const [missing, unknown] = [await look(link, "/preview.png"), await look({ url: `${link.url}x` }, "/preview.png")];
  expect([missing.status, unknown.status]).toEqual([404, 404]);
  const { detail } = await missing.json<{ detail: string }>();
  expect((await unknown.json<{ detail: string }>()).detail).toBe(detail);
});

test.each(["paused_at = 5", "passphrase_mac = 'ab'", "view_cap = 3"])("%s hides the image at once", async (row) => {
  const { analyst } = await loadShipped();
  const link = await share(analyst);
  await imageOf(link);
  await setRow(link, row);
  expect((await look(link, "/preview.png")).status).toBe(404);
});

test("whoever removes an event that repeats the verdict takes it neither from the image nor from the page", async () => {
  const { analyst, owner } = await loadShipped();
  const { statement } = await (await api("GET", `/scenarios/${SLUG}/view`, { key: analyst })).json<ScenarioView>();
  const notes = statement.split(": ")[1]?.split(".")[0] ?? "";
  const written = await api("POST", EVENTS, { key: analyst, body: eventBody({ notes, date: "2012-10-03" }) });
  const { ref } = await written.json<{ ref: string }>();
  const link = await share(analyst, { note: `As we logged: ${notes}.` });
  const [image, before] = [await imageOf(link), await (await look(link, "/view.json")).json<ScenarioView>()];
  await redactEverywhere(owner, ref, { fields: ["notes"] });
  const after = await (await look(link, "/view.json")).json<ScenarioView>();
  expect(after.redactions).toHaveLength(1);
  expect(after.statement).toBe(before.statement);
  expect(after.verdicts).toEqual(before.verdicts);
  expect(await imageOf(link)).toEqual(image);
  expect(image).toEqual(await previewImage(after, "Signpost"));
  const page = await (await look(link)).text();
  expect(page).toContain('property="og:image" content=');
  expect(page).toContain("As we logged: [removed].");
  expect((await verifyViews(database())).problems).toEqual([]);
});
