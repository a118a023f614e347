import { expect, test } from "vitest";
import { api, keyFor, ORIGIN } from "./harness";
import { fetchWorker } from "./worker";

/** Those that reach a worker and that the platform's own Request lets be made. */
const ODD = ["PROPFIND", "PURGE", "LOCK", "SEARCH"];

test.each(ODD)("%s is answered with 405 and what there is, at every address, whoever asks", async (method) => {
  const key = await keyFor("owner");
  for (const path of ["/", "/healthz", "/s/none", "/api/v1/scenarios", "/sign-in", "/assets/none.js", "/nothing"]) {
    const asked: Record<string, string>[] = [{}, { Authorization: `Bearer ${key}` }, { Accept: "text/html" }];
    for (const headers of asked) {
      const request = new Request(`${ORIGIN}${path}`, { method, headers });
      const answer = await fetchWorker(request);
      expect([path, answer.status]).toEqual([path, 405]);
      expect(answer.headers.get("Allow")).toBe("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
      expect(answer.headers.get("Content-Security-Policy")).not.toBeNull();
      await answer.text();
    }
  }
});

test("a method that is known and answered nowhere at an address is not found there", async () => {
  const key = await keyFor("owner");
  expect((await api("PUT", "/scenarios", { key })).status).toBe(404);
});
