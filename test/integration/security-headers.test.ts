import { describe, expect, test } from "vitest";
import { app } from "../../worker/app";
import { securityHeaders, TRANSPORT } from "../../worker/http/security-headers";
import { api, loadShipped, request, SLUG } from "./harness";
import { share, tokenOf } from "./shared-links";
import { fetchWorker } from "./worker";

/** Every address that can be read, with the names of things that are there in place of its parameters. */
function addresses(token: string): string[] {
  const names: Record<string, string> = { slug: SLUG, ref: "PKRU-0001", id: "C01", token };
  const paths = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  return [...new Set(paths)].map((path) => path.replaceAll(/:(\w+)/g, (_all, name: string) => names[name] ?? "x"));
}

function protecting({ headers }: Response, names: string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, headers.get(name)]));
}

describe("every reply", () => {
  test("tells the browser the same, and the embed alone that it may be framed", async () => {
    const { owner, analyst } = await loadShipped();
    const paths = addresses(tokenOf(await share(analyst)));
    expect(paths.length).toBeGreaterThan(40);
    for (const path of [...paths, "/no/such/page", "/api/v1/no-such", "/s/none", "/assets/none.js"]) {
      const key = path.startsWith("/s/") ? {} : { key: owner };
      const response = await request("GET", path, { ...key, headers: { Accept: "text/html" } });
      await response.body?.cancel();
      const wanted = securityHeaders(path.startsWith("/s/") && path.endsWith("/embed") ? "anybody" : "nobody");
      expect([path, protecting(response, Object.keys(wanted))]).toEqual([path, wanted]);
      expect([path, response.headers.has("X-Frame-Options")]).toEqual([path, "X-Frame-Options" in wanted]);
    }
  });

  test("also where it refuses: nobody, a bad body, a redirect", async () => {
    const { owner } = await loadShipped();
    const wanted = securityHeaders("nobody");
    const replies = [
      await api("GET", "/scenarios"),
      await api("POST", "/scenarios", { key: owner, body: "{", headers: { "Content-Type": "application/json" } }),
      await request("POST", "/sign-out", { headers: { Origin: "http://localhost" } }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([401, 422, 303]);
    for (const reply of replies) expect(protecting(reply, Object.keys(wanted))).toEqual(wanted);
  });

  test("keeps a browser on https where it came over https, and only there", async () => {
    await loadShipped();
    const name = Object.keys(TRANSPORT)[0] ?? "";
    for (const path of ["/healthz", "/", "/sign-in", "/icon.svg", "/s/none"]) {
      const secure = await fetchWorker(new Request(`https://signpost.example${path}`));
      expect([path, secure.headers.get(name)]).toEqual([path, TRANSPORT["Strict-Transport-Security"]]);
      expect([path, (await request("GET", path)).headers.get(name)]).toEqual([path, null]);
    }
  });
});
