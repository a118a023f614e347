import { describe, expect, test } from "vitest";
import { curlLine, routesByGroup, wordsOf, type Route } from "../../../../web/api/route";
import { openApi } from "../../../../worker/contract/openapi";

const groups = routesByGroup(openApi("1"));
const routes = [...groups.values()].flat();

function route(id: string): Route {
  const found = routes.find(({ operation }) => operation.operationId === id);
  if (!found) throw new Error(`No route ${id}`);
  return found;
}

describe("the readable list of routes", () => {
  test("groups them in the order of the description, each once", () => {
    expect([...groups.keys()].slice(0, 3)).toEqual(["Scenarios", "Events", "Imports"]);
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  });

  test("finds a route by method, address, or what it says", () => {
    for (const word of ["patch", "/events/{ref}", "corrects", "analysts"]) {
      expect(wordsOf(route("correctEvent"))).toContain(word);
    }
  });

  test("gives a line for a shell with this host, and a key only where one is needed", () => {
    expect(curlLine(route("isWell"), "https://desk.example")).toBe("curl 'https://desk.example/healthz'");
    expect(curlLine(route("recordForecast"), "https://desk.example")).toBe(
      `curl -X POST -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' -d '{"probability":0.4}' ` +
        "'https://desk.example/api/v1/scenarios/{slug}/propositions/{id}/forecasts'",
    );
    expect(curlLine(route("retractEvent"), "https://desk.example")).toContain(`-H 'If-Match: "1"'`);
  });

  test("quotes an example so that a shell takes it as it is", () => {
    const quoted = { ...route("recordForecast") };
    const content = { "application/json": { schema: {}, example: { text: "it's" } } };
    quoted.operation = { ...quoted.operation, requestBody: { required: true, content } };
    expect(curlLine(quoted, "")).toContain(`-d '{"text":"it'\\''s"}'`);
  });
});
