import { expect, test } from "vitest";
import { ask } from "../../../../web/fresh/watch";

const answering = (response: Response | Error, seen: RequestInit[] = []): typeof fetch => {
  return async (_url, init) => {
    seen.push(init ?? {});
    if (response instanceof Error) throw response;
    return response;
  };
};

test("what is known is asked for by its tag, past the browser's own cache, and a 304 is no news", async () => {
  const seen: RequestInit[] = [];
  const answer = await ask("/view", 'W/"abc"', answering(new Response(null, { status: 304 }), seen));
  expect(answer).toEqual({ kind: "same" });
  expect(seen[0]).toMatchObject({ cache: "no-store", headers: { "if-none-match": 'W/"abc"' } });
});

test("a new view comes with the tag to ask with next time", async () => {
  const response = Response.json({ revision: 2 }, { headers: { ETag: '"def"' } });
  expect(await ask("/view", "", answering(response))).toEqual({ kind: "new", view: { revision: 2 }, etag: '"def"' });
});

test.each([
  ["no connection", new TypeError("Failed to fetch"), "offline"],
  ["an error of the server", new Response("", { status: 500 }), "offline"],
  ["a reply that is no JSON", new Response("<html>"), "offline"],
  ["an ended session", new Response("", { status: 401 }), "signed-out"],
])("%s leaves the page as it is and says so", async (_what, response, kind) => {
  expect(await ask("/view", "", answering(response))).toEqual({ kind });
});
