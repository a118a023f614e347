import { describe, expect, test } from "vitest";
import { now } from "../clock";
import type { MadeLink } from "../../worker/contract/link-types";
import { app } from "../../worker/app";
import { api, loadShipped, request, SLUG } from "./harness";
import { ADDRESSES, bytesOf, dump, look, press, rowOf, setRow, share, ticketOf, tokenOf } from "./shared-links";

function flipCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

describe("guessing (lessons 1 and 20)", () => {
  test("every address that is no link's answers with the same bytes, and none of them with a link's", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const token = tokenOf(link);
    const row = await rowOf(link);
    const guesses = [
      ":token",
      "%3Atoken",
      "%3atoken/view.json",
      "",
      "*",
      "%2A",
      "1",
      "0",
      "null",
      "undefined",
      link.id,
      String(link.viewHash),
      String(row["token_hash"]),
      token.slice(0, -1),
      `${token}A`,
      flipCase(token),
      token.toLowerCase(),
      `%20${token}`,
      `${token}%20`,
      `${token}%00`,
      `${token}%2F`,
      `${token}%2Fview.json`,
      `${token}%2f..%2f${token}`,
      `..%2F${token}`,
      `%2e%2e%2f${token}`,
      `x%2F..%2F${token}`,
      `${token}/`,
      `${token};a=b`,
      `${token}.json`,
      `/${token}`,
      "A".repeat(43),
      "'%20OR%201=1--",
      "%25",
      "%ff",
    ];
    for (const Accept of ["text/html", "application/json"]) {
      const seen = new Set<string>();
      for (const guess of guesses) {
        const response = await request("GET", `/s/${guess}`, { headers: { Accept } });
        expect([guess, response.status]).toEqual([guess, 404]);
        expect(response.headers.get("X-Robots-Tag")).toContain("noindex");
        expect(response.headers.get("Cache-Control")).toBe("no-store");
        seen.add(await bytesOf(response));
      }
      // A program's answer is the same for an address that ends like a file, whatever it accepts.
      expect(seen.size).toBeLessThanOrEqual(2);
    }
  });

  test("dots in an address lead nowhere that its reader may not go", async () => {
    const { analyst } = await loadShipped();
    const token = tokenOf(await share(analyst));
    for (const path of [
      `/s/${token}/../../api/v1/scenarios`,
      `/s/%2e%2e/api/v1/scenarios`,
      `/s/${token}/%2e%2e/%2e%2e/`,
    ]) {
      const response = await request("GET", path);
      expect(response.status).toBe(401);
    }
  });
});

describe("the token of a link where a key or an id belongs (lesson 2)", () => {
  const writes = app.routes.filter(({ method, path }) => !["GET", "ALL"].includes(method) && path.startsWith("/api/"));
  const addresses = [...new Set(writes.map(({ method, path }) => `${method} ${path}`))];

  /** A route's path with the token for every parameter but the scenario. */
  function filled(path: string, token: string): string {
    return path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_all, name: string) => (name === "slug" ? SLUG : token));
  }

  test("the walk finds the routes that write", () => {
    expect(addresses.length).toBeGreaterThan(30);
    expect(addresses).toContain("DELETE /api/v1/snapshots/:id");
  });

  test("signs nobody in, at any route that writes", async () => {
    const { analyst } = await loadShipped();
    const token = tokenOf(await share(analyst));
    for (const address of addresses) {
      const [method = "", path = ""] = address.split(" ");
      for (const value of [`Bearer ${token}`, `bearer ${token}`, `Basic ${btoa(`x:${token}`)}`]) {
        const headers = { Authorization: value, Cookie: `signpost=${token}; __Host-signpost=${token}` };
        const response = await request(method, filled(path, token), { body: {}, headers });
        expect([address, response.status]).toEqual([address, 401]);
      }
      const headers = { Cookie: `signpost=${token}`, Origin: "http://localhost" };
      expect((await request(method, filled(path, token), { body: {}, headers })).status).toBe(401);
    }
  });

  test("is nobody's id or version, even for an owner", async () => {
    const { analyst, owner } = await loadShipped();
    const link = await share(analyst);
    const token = tokenOf(link);
    const before = await rowOf(link);
    for (const address of addresses) {
      const [method = "", path = ""] = address.split(" ");
      const headers = { "If-Match": `"${token}"` };
      const response = await request(method, filled(path, token), { key: owner, body: { title: token }, headers });
      const withId = path.includes("/:id") || path.includes("/:ref");
      if (withId) expect([address, response.status >= 400 && response.status < 500]).toEqual([address, true]);
    }
    expect(await rowOf(link)).toEqual(before);
    expect((await look(link)).status).toBe(200);
  });

  test("does nothing at its own address but open", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const before = await dump();
    for (const method of ["DELETE", "PUT", "PATCH", "OPTIONS", "POST"]) {
      for (const address of ADDRESSES.slice(1)) expect((await look(link, address, {}, method)).status).toBe(404);
    }
    for (const method of ["DELETE", "PUT", "PATCH", "OPTIONS"]) {
      expect((await look(link, "", {}, method)).status).toBe(404);
    }
    for (const address of ["/delete", "/withdraw", "/rotate", "?_method=DELETE"]) {
      await look(link, address, { "X-HTTP-Method-Override": "DELETE" }, "POST");
    }
    expect(await dump()).toEqual(before);
  });
});

describe("a replay (lessons 7 and 8)", () => {
  async function statuses(link: MadeLink, ticket: string): Promise<number[]> {
    const query = ticket === "" ? "" : `?ticket=${ticket}`;
    return Promise.all(
      ["/view.json", "/view.sig", "/events.csv", "/since.json"].map(
        async (at) => (await look(link, at + query)).status,
      ),
    );
  }

  test.each<[string, boolean]>([
    ["an open link", false],
    ["a guarded one", true],
  ])("of %s is refused after it was withdrawn", async (_kind, passphrase) => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase });
    const ticket = passphrase ? await ticketOf(link) : "";
    expect(await statuses(link, ticket)).toEqual([200, 200, 200, 200]);
    expect((await api("DELETE", `/snapshots/${link.id}`, { key: analyst })).status).toBe(200);
    expect(await statuses(link, ticket)).toEqual([410, 410, 410, 410]);
    expect((await press(link, link.passphrase)).status).toBe(410);
  });

  test.each<[string, boolean]>([
    ["an open link", false],
    ["a guarded one", true],
  ])(
    "of %s is refused after it was rotated, at the old address and with the old ticket at the new",
    async (_kind, passphrase) => {
      const { analyst } = await loadShipped();
      const link = await share(analyst, { passphrase });
      const ticket = passphrase ? await ticketOf(link) : "";
      const rotated = await api("POST", `/snapshots/${link.id}/rotate`, { key: analyst });
      expect(rotated.status).toBe(200);
      const fresh: MadeLink = await rotated.json();
      expect(await statuses(link, ticket)).toEqual([404, 404, 404, 404]);
      expect((await look(link)).status).toBe(404);
      expect(await statuses(fresh, ticket)).toEqual(passphrase ? [404, 404, 404, 404] : [200, 200, 200, 200]);
    },
  );

  test("is refused after a pause, an earlier end or another passphrase, through the API", async () => {
    const { analyst } = await loadShipped();
    const change = async (link: MadeLink, body: object): Promise<void> => {
      const response = await api("PATCH", `/snapshots/${link.id}`, { key: analyst, body });
      expect(response.status).toBe(200);
    };
    const link = await share(analyst, { passphrase: true });
    const ticket = await ticketOf(link);
    await change(link, { paused: true });
    expect(await statuses(link, ticket)).toEqual([404, 404, 404, 404]);
    await change(link, { paused: false });
    expect(await statuses(link, ticket)).toEqual([200, 200, 200, 200]);
    await change(link, { passphrase: true });
    expect(await statuses(link, ticket)).toEqual([404, 404, 404, 404]);
    expect((await press(link, link.passphrase)).status).toBe(403);
    await setRow(link, "expires_at = ?2", now());
    expect(await statuses(link, ticket)).toEqual([410, 410, 410, 410]);
  });
});
