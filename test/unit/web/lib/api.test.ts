import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api, asProblem } from "../../../../web/lib/api";

function answers(status: number, body: string, type = "application/json"): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(async () => new Response(body, { status, headers: { "content-type": type } }));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

const failure = async () => asProblem(await api("POST", "/x", { body: {} }).catch((error: unknown) => error));

afterEach(() => vi.unstubAllGlobals());

describe("a call of the API", () => {
  it("sends JSON to the versioned address and gives the parsed answer", async () => {
    const fetched = answers(201, '{"ref":"E-1"}');
    expect(await api("POST", "/scenarios/a/events", { body: { title: "x" }, headers: { "If-Match": '"3"' } })).toEqual({
      ref: "E-1",
    });
    const [address, init] = fetched.mock.calls[0] ?? [];
    expect(address).toBe("/api/v1/scenarios/a/events");
    expect(init).toMatchObject({ method: "POST", body: '{"title":"x"}' });
    expect(init.headers).toMatchObject({ "content-type": "application/json", "If-Match": '"3"' });
  });

  it("sends a text as it is, with its own type", async () => {
    const fetched = answers(200, "{}");
    await api("POST", "/import", { body: "date,title", type: "text/csv" });
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ body: "date,title", headers: { "content-type": "text/csv" } });
  });

  it("throws the problem with its code, its sentence and its fields", async () => {
    const errors = [{ field: "date", code: "future", message: "The date lies ahead." }];
    answers(
      422,
      JSON.stringify({ title: "Not valid", code: "invalid", detail: "Check the date.", errors, current: 2 }),
    );
    const problem = await failure();
    expect(problem).toMatchObject({ status: 422, code: "invalid", detail: "Check the date.", errors });
    expect(problem.body.current).toBe(2);
  });

  it("explains an answer that is no problem document by its status", async () => {
    answers(502, "<html>Bad gateway</html>", "text/html");
    expect(await failure()).toMatchObject({ status: 502, code: "unknown", errors: [] });
    expect((await failure()).detail).toContain("502");
  });

  describe("without an answer", () => {
    beforeEach(() => {
      vi.stubGlobal("fetch", async () => {
        throw new TypeError("Failed to fetch");
      });
    });

    it("says of a write that it may have been saved, and to look before repeating it", async () => {
      const problem = await failure();
      expect(problem).toMatchObject({ status: 0, code: "offline" });
      expect(problem.detail).toMatch(/may or may not have been saved.*look.*repeat it only if it is not/);
      expect(problem.detail).not.toContain("nothing was saved");
    });

    it("says of a read only that the server was not reached", async () => {
      const problem = asProblem(await api("GET", "/x").catch((error: unknown) => error));
      expect(problem).toMatchObject({ status: 0, code: "offline" });
      expect(problem.detail).toMatch(/could not be reached/);
      expect(problem.detail).not.toContain("saved");
    });
  });
});
