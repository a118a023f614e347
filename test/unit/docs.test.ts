import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OF_START, VARS } from "../../scripts/deploy/checks.mjs";
import { app } from "../../worker/app";
import { API_TABLE } from "../../worker/contract/api-table";
import { MESSAGE_KINDS } from "../../worker/contract/messages";
import { ENTRY_KINDS } from "../../worker/core/ledger";

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, "../..", file), "utf8");
}

describe("every part is documented", () => {
  const api = read("docs/api.md");
  // Middleware is registered for ALL methods; a handler has one.
  const routes = [
    ...new Set(app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`)),
  ];

  test("there are routes to look for", () => {
    expect(routes.length).toBeGreaterThan(30);
  });

  test.each(routes)("the route %s stands in docs/api.md", (route) => {
    expect(api).toContain(`\`${route}\``);
  });

  // A row of its table: "| `GET /api/v1/scenarios` | viewer |".
  const roles = new Map(
    [...api.matchAll(/^\| `(\w+ [^`]+)` +\| (viewer|analyst|owner) /gm)].map(([, route, role]) => [route, role]),
  );

  test.each(API_TABLE.filter(({ path, who }) => path.startsWith("/api/") && who !== "nobody"))(
    "$method $path stands in docs/api.md with the role that the worker asks for",
    ({ method, path, who }) => {
      expect(roles.get(`${method} ${path}`)).toBe(who);
    },
  );

  test("docs/api.md gives a role to no route that is not there", () => {
    const rows = new Set(API_TABLE.map(({ method, path }) => `${method} ${path}`));
    expect([...roles.keys()].filter((route) => !rows.has(route ?? ""))).toEqual([]);
  });

  test.each(ENTRY_KINDS)("the entry kind %s stands in docs/ledger.md", (kind) => {
    expect(read("docs/ledger.md")).toContain(`| \`${kind}\``);
  });

  test.each(Object.keys(MESSAGE_KINDS))("the message kind %s stands in docs/import.md", (kind) => {
    expect(read("docs/import.md")).toContain(`| \`${kind}\``);
  });

  const settings = [...read("worker/env.ts").matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name ?? "");
  const variables = [...read("scripts/serve/settings.mjs").matchAll(/env\.(\w+)/g)].map(([, name]) => name ?? "");

  test.each([
    ...settings,
    ...variables,
    "SIGNPOST_NOW",
    "TEST_NOW",
    "CHROMIUM",
    "GOLDEN_DIR",
    "FUZZ_SEED",
    "FUZZ_RUNS",
    "FUZZ_DRAWS",
    "FAULT_SEED",
    "FAULT_KILLS",
  ])("the setting %s stands in docs/settings.md", (name) => {
    expect(read("docs/settings.md")).toContain(`| \`${name}\``);
  });

  test.each(settings.filter((name) => !OF_START.includes(name)))(
    "the setting %s of a deployment stands in docs/deploy.md",
    (name) => {
      expect(read("docs/deploy.md")).toMatch(new RegExp(`\\b${name}\\b`));
    },
  );

  test("a deployment takes exactly those variables of which docs/settings.md says that they stand in [vars]", () => {
    const rows = read("docs/settings.md").matchAll(/^\| `(\w+)` +\| `deploy\.toml`, `\[vars\]`/gm);
    expect(Object.keys(VARS).toSorted()).toEqual([...rows].map(([, name]) => name).toSorted());
  });
});
