import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assetHeaders, securityHeaders, TRANSPORT } from "../../../worker/http/security-headers";

const file = join(import.meta.dirname, "../../../web/public/_headers");

describe("the headers that protect a browser", () => {
  test("are the same for files that Cloudflare serves by itself as for the worker's replies", () => {
    expect(readFileSync(file, "utf8")).toBe(assetHeaders());
  });

  test("allow nothing inline, nothing of other sites and no text as markup", () => {
    const { "Content-Security-Policy": policy = "" } = securityHeaders("nobody");
    const directives = new Map(policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]));
    expect(directives.get("default-src")).toEqual(["'none'"]);
    for (const name of ["script-src", "style-src", "img-src", "connect-src", "font-src", "form-action"]) {
      expect([name, directives.get(name)]).toEqual([name, ["'self'"]]);
    }
    for (const name of ["base-uri", "object-src", "trusted-types", "frame-ancestors"]) {
      expect([name, directives.get(name)]).toEqual([name, ["'none'"]]);
    }
    expect(directives.get("require-trusted-types-for")).toEqual(["'script'"]);
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|report-only/);
  });

  test("let other sites frame what is made for it, and only that", () => {
    const [alone, framed] = [securityHeaders("nobody"), securityHeaders("anybody")];
    expect(alone["X-Frame-Options"]).toBe("DENY");
    expect(framed["X-Frame-Options"]).toBeUndefined();
    expect(framed["Content-Security-Policy"]).toBe(
      alone["Content-Security-Policy"]?.replace("frame-ancestors 'none'", "frame-ancestors *"),
    );
  });

  test("keep a browser on https for a year, and say nothing of subdomains", () => {
    expect(TRANSPORT["Strict-Transport-Security"]).toBe("max-age=31536000");
  });

  test("fit into what Cloudflare takes of a line", () => {
    for (const line of assetHeaders().split("\n")) expect(line.length).toBeLessThan(2000);
  });
});
