import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../worker/store/hash";
import { api, eventBody, loadShipped, scenarioFile, SLUG } from "./harness";
import { ADDRESSES, look, pageDataOf, setRow, share, tokenOf } from "./shared-links";

const GZIP = { "Accept-Encoding": "gzip" };

/** The text of a gzipped reply: the runtime unpacks it on reading, as a browser does. */
async function unpacked(response: Response): Promise<string> {
  expect(response.headers.get("Content-Encoding")).toBe("gzip");
  return response.text();
}

/** A reply's text without the view in it: a test that fails must not print all of it. */
async function headOf(response: Response): Promise<string> {
  return (await response.text()).split("</head>")[0] ?? "";
}

describe("a known ETag", () => {
  test.each(ADDRESSES)("is answered with 304 and no body at %s, also when an edge has weakened it", async (address) => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const first = await look(link, address);
    const etag = first.headers.get("ETag") ?? "";
    const { byteLength } = await first.arrayBuffer();
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const known of [etag, `W/${etag}`, `"other", W/${etag}`]) {
      const again = await look(link, address, { "If-None-Match": known });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("ETag")).toBe(etag);
      expect(again.headers.get("Cache-Control")).toBe("no-store");
      expect(again.headers.get("X-Robots-Tag")).toContain("noindex");
    }
    for (const unknown of ['"other"', etag.slice(1, -1), `"x${etag.slice(1)}`]) {
      const again = await look(link, address, { "If-None-Match": unknown });
      expect(again.status).toBe(200);
      expect((await again.arrayBuffer()).byteLength).toBe(byteLength);
    }
  });

  test("of view.json is its SHA-256", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const response = await look(link, "/view.json");
    expect(response.headers.get("ETag")).toBe(`"${await sha256(await response.text())}"`);
    expect(response.headers.get("ETag")).toBe(`"${link.viewHash}"`);
  });

  test("opens nothing that has been withdrawn", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const tags = await Promise.all(ADDRESSES.map(async (address) => (await look(link, address)).headers.get("ETag")));
    await setRow(link, "withdrawn_at = 5");
    for (const [index, address] of ADDRESSES.entries()) {
      expect((await look(link, address, { "If-None-Match": tags[index] ?? "" })).status).toBe(410);
    }
  });
});

test.each(["", "/view.json", "/embed", "/events.csv"])(
  "%s travels gzipped to those who take it so",
  async (address) => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const plain = await look(link, address);
    expect(plain.headers.get("Content-Encoding")).toBeNull();
    const text = await plain.text();
    for (const Accept of ["gzip", "br, gzip;q=0.5"]) {
      const packed = await look(link, address, { "Accept-Encoding": Accept });
      expect(packed.headers.get("ETag")).toBe(`W/${plain.headers.get("ETag")}`);
      expect(packed.headers.get("Vary")).toBe("Accept-Encoding");
      expect((await unpacked(packed)) === text).toBe(true);
    }
    const refused = await look(link, address, { "Accept-Encoding": "gzip;q=0, identity" });
    expect(refused.headers.get("Content-Encoding")).toBeNull();
    expect((await refused.text()) === text).toBe(true);
  },
);

describe("a page that is kept in memory", () => {
  test("is the same bytes again, and those of its own link", async () => {
    const { analyst } = await loadShipped();
    const links = [await share(analyst, { title: "One" }), await share(analyst, { title: "Other" })];
    for (let time = 0; time < 2; time += 1) {
      for (const [index, link] of links.entries()) {
        const page = await pageDataOf(await look(link));
        expect(page.title).toBe(["One", "Other"][index]);
        expect(page.path).toBe(`/s/${tokenOf(link)}`);
      }
    }
    const [first = "", second] = await Promise.all(
      [0, 1].map(async () => unpacked(await look(links[0] ?? { url: "" }, "", GZIP))),
    );
    expect(second === first).toBe(true);
    expect(first.includes("One - Pakistan")).toBe(true);
  });

  test("is another one as soon as its maker changes anything on it", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const before = await look(link);
    await setRow(link, "title = 'Another', note = 'A word', notices = ?2, since = 0", '[{"at":5,"text":"We erred."}]');
    const etag = before.headers.get("ETag") ?? "";
    const after = await look(link, "", { "If-None-Match": etag });
    expect(after.status).toBe(200);
    expect(after.headers.get("ETag")).not.toBe(etag);
    expect(await headOf(after.clone())).toContain("<title>Another - Pakistan");
    expect(await pageDataOf(after)).toMatchObject({
      title: "Another",
      note: "A word",
      notices: [{ at: 5, text: "We erred." }],
      since: false,
    });
    expect((await look(link, "/since.json")).status).toBe(404);
  });

  test("is gone with a text that an owner removed", async () => {
    const { analyst, owner } = await loadShipped();
    const logged = await api("POST", `/scenarios/${SLUG}/events`, {
      key: analyst,
      body: eventBody({ title: "CANARY-TITLE" }),
    });
    const { ref } = await logged.json<{ ref: string }>();
    const link = await share(analyst);
    for (const address of ["", "/embed", "/view.json", "/events.csv"]) {
      expect((await (await look(link, address)).text()).includes("CANARY-TITLE")).toBe(true);
    }
    const body = { fields: ["title"], reason: "A name" };
    const removed = await api("POST", `/scenarios/${SLUG}/events/${ref}/redact`, {
      key: owner,
      body,
      headers: { "If-Match": '"1"' },
    });
    expect(removed.status).toBe(200);
    for (const address of ADDRESSES) {
      const bytes = await (await look(link, address)).arrayBuffer();
      expect(new TextDecoder().decode(bytes).includes("CANARY-TITLE")).toBe(false);
    }
  });
});

describe("an embed", () => {
  test("alone may be framed by other sites", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    for (const address of ADDRESSES) {
      const { headers } = await look(link, address);
      const isEmbed = address === "/embed";
      const policy = headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain(`frame-ancestors ${isEmbed ? "*" : "'none'"}`);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("X-Frame-Options")).toBe(isEmbed ? null : "DENY");
      expect(headers.get("Cross-Origin-Resource-Policy")).toBe(isEmbed ? "cross-origin" : "same-origin");
    }
    expect(await pageDataOf(await look(link, "/embed"))).toMatchObject({ title: "For the paper", embeddable: true });
  });

  test("says in its frame that its link was withdrawn", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    await api("DELETE", `/snapshots/${link.id}`, { key: analyst });
    const { status, headers } = await look(link, "/embed");
    expect([status, headers.get("X-Frame-Options")]).toEqual([410, null]);
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors *");
  });

  test.each<[string, object]>([
    ["a passphrase", { passphrase: true }],
    ["a cap", { viewCap: 3 }],
  ])("is not there where the link has %s", async (_guard, guard) => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, guard);
    const response = await look(link, "/embed");
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
  });
});

describe("the tags for previews in messengers", () => {
  test("say the scenario's title once where the link's begins with it", async () => {
    const { analyst } = await loadShipped();
    const { title } = scenarioFile;
    const text = await (await look(await share(analyst, { title: `${title} (as of November)` }), "")).text();
    expect(text).toContain(`property="og:title" content="${title} (as of November)"`);
  });

  test("name the page and its image by their whole addresses", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { title: 'He said "no" & left' });
    const text = await headOf(await look(link));
    expect(text).toContain(`property="og:image" content="${link.url}/preview.png"`);
    expect(text).toContain(`property="og:url" content="${link.url}"`);
    expect(text).toContain('property="og:title" content="He said &quot;no&quot; &amp; left - Pakistan');
    expect(text).toContain('name="twitter:card" content="summary_large_image"');
    const image = await look(link, "/preview.png");
    expect(image.headers.get("Content-Type")).toBe("image/png");
  });

  test("name no image where there is none", async () => {
    const { analyst } = await loadShipped();
    const text = await headOf(await look(await share(analyst, { purpose: "live" })));
    expect(text).not.toContain("og:image");
    expect(text).toContain('name="twitter:card" content="summary"');
  });
});

describe("a live link", () => {
  test("follows the log in page, embed, view.json and events.csv", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { purpose: "live" });
    const before = await Promise.all(["", "/embed", "/view.json", "/events.csv"].map((at) => look(link, at)));
    const tag = before[2]?.headers.get("ETag") ?? "";
    expect((await look(link, "/view.json", { "If-None-Match": tag })).status).toBe(304);
    await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: eventBody({ title: "CANARY-NEW" }) });
    for (const address of ["", "/embed", "/view.json", "/events.csv"]) {
      const response = await look(link, address, { "If-None-Match": tag });
      expect(response.status).toBe(200);
      expect((await response.text()).includes("CANARY-NEW")).toBe(true);
    }
    for (const response of before) expect((await response.text()).includes("CANARY-NEW")).toBe(false);
  });

  test("has nothing that is frozen", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { purpose: "live" });
    for (const address of ["/view.sig", "/since.json", "/preview.png"]) {
      expect((await look(link, address)).status).toBe(404);
    }
    expect(await pageDataOf(await look(link))).toMatchObject({ purpose: "live", since: false, earlierHashes: [] });
  });

  test.each([true, false])("gives sources away in no form unless they go along: %s", async (sources) => {
    const { analyst } = await loadShipped();
    const event = eventBody({ sourceTitle: "CANARY-SOURCE", quote: "CANARY-QUOTE", notes: "CANARY-NOTE" });
    await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: event });
    const link = await share(analyst, { purpose: "live", fields: { sources } });
    for (const address of ["", "/embed", "/view.json", "/events.csv"]) {
      const text = await (await look(link, address)).text();
      expect(text.includes("CANARY-SOURCE")).toBe(sources);
      expect(text).not.toContain("CANARY-NOTE");
      if (!sources) expect(text).not.toContain("CANARY-QUOTE");
    }
  });
});

test("events.csv of a frozen link comes whole from many parts", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst);
  const one = await env.DB.prepare("SELECT body FROM view_files").first<{ body: ArrayBuffer }>();
  const whole = await (await look(link, "/events.csv")).text();
  const insert = env.DB.prepare("INSERT INTO view_files (view_hash, part, body) VALUES (?1, ?2, ?3)");
  const more = Array.from({ length: 24 }, (_, part) => insert.bind(link.viewHash, part + 1, one?.body));
  await env.DB.batch(more);
  expect(await (await look(link, "/events.csv")).text()).toBe(whole.repeat(25));
});

test("a mark that turns the direction of writing flips no title, in a tab or a messenger's preview", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst, { title: 'annex\u202efdp.exe "quoted" <b>' });
  const head = await headOf(await look(link, "", { Accept: "text/html" }));
  expect(head).not.toContain("\u202e");
  expect(head).toContain('<title>annex[RLO]fdp.exe "quoted" &lt;b&gt; - Pakistan');
  expect(head).toContain('property="og:title" content="annex[RLO]fdp.exe &quot;quoted&quot; &lt;b&gt; - Pakistan');
});

test("the page names what goes along, of a live link too", async () => {
  const { analyst } = await loadShipped();
  const fields = { sources: false, monthNote: true, notes: false, names: false, forecasts: true };
  for (const purpose of ["publication", "live"]) {
    const link = await share(analyst, { purpose, fields });
    expect((await pageDataOf(await look(link))).fields).toEqual(fields);
  }
});

test("events.csv of a live link is sent again when the log has grown, and only then", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst, { purpose: "live" });
  const first = await look(link, "/events.csv");
  const etag = first.headers.get("ETag") ?? "";
  const text = await first.text();
  const again = await look(link, "/events.csv");
  // The id of the request is its own each time.
  const { "x-request-id": _id, ...same } = Object.fromEntries(first.headers);
  expect(Object.fromEntries(again.headers)).toMatchObject(same);
  expect(await again.text()).toBe(text);
  expect((await look(link, "/events.csv", { "If-None-Match": etag })).status).toBe(304);
  await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: eventBody({ title: "One more" }) });
  const later = await look(link, "/events.csv", { "If-None-Match": etag });
  expect(later.status).toBe(200);
  expect(await later.text()).toContain("One more");
});
