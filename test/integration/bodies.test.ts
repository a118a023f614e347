/** What no route takes, whatever its schema: bodies that are too large, broken, or can be read in two ways. */
import { expect, test } from "vitest";
import { API_TABLE, type ApiRoute } from "../../worker/contract/api-table";
import { ORIGIN, registerShipped, SLUG } from "./harness";
import { standOf } from "./stand";
import { fetchWorker } from "./worker";

const routes = API_TABLE.filter(({ body, who }) => body?.json && who !== "nobody");

function send({ method, path }: ApiRoute, key: string, body: BodyInit, type = "application/json"): Promise<Response> {
  const address = path.replace(":slug", SLUG).replace(/:\w+/g, "x");
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": type, "If-Match": '"1"' };
  return fetchWorker(new Request(ORIGIN + address, { method, headers, body }));
}

const BODIES: Record<string, BodyInit> = {
  "no JSON": '{"reason": SECRET',
  "no UTF-8": new Uint8Array([...new TextEncoder().encode('{"reason":"'), 0xc3, 0x28, 0x22, 0x7d]),
  "100,000 brackets": "[".repeat(100_000),
  "deep lists": `{"reason":${"[".repeat(400)}${"]".repeat(400)}}`,
  "a number beyond all": '{"probability":1e999,"revision":1e999,"part":1e999}',
  "half a character": '{"reason":"\\ud800","text":"\\ud800","title":"\\ud800","label":"\\ud800"}',
  "a member of every object": '{"__proto__":{"reason":"x"},"title":"x"}',
  "a name twice": '{"reason":"x","reason":"y"}',
  "no object": "[]",
  "nothing at all": "null",
};

/** By any name under which a body is read as JSON. */
const TYPES = ["application/vnd.x1+json", "application/a_b+json;charset=utf-8", "APPLICATION/JSON"];

test.each(Object.keys(BODIES))("%s is refused by every route that takes JSON, and nothing is written", async (name) => {
  const { owner } = await registerShipped();
  const before = await standOf();
  const wrong: string[] = [];
  for (const route of routes) {
    const response = await send(route, owner, BODIES[name] ?? "");
    const text = await response.text();
    if (response.status < 400 || response.status >= 500) wrong.push(`${route.id}: ${response.status}`);
    if (text.includes("SECRET")) wrong.push(`${route.id} repeats what was sent`);
  }
  // An undo, an import in parts and a backup need no member: an unknown one is ignored, as everywhere.
  const lenient = name === "half a character" ? ["undo", "openImport", "readBackup"] : [];
  expect(wrong.filter((one) => !lenient.some((id) => one.startsWith(`${id}: `)))).toEqual([]);
  if (lenient.length === 0) expect(await standOf()).toBe(before);
});

test.each(TYPES)("as %s a body is checked as strictly", async (type) => {
  const { owner } = await registerShipped();
  const invite = routes.filter(({ id }) => id === "invitePerson");
  expect(invite.length).toBe(1);
  for (const flaw of [
    '"role":"viewer"',
    '"__proto__":{}',
    '"x":"\\ud800",',
    `"x":${"[".repeat(400)}${"]".repeat(400)}`,
  ]) {
    for (const route of invite) {
      const response = await send(route, owner, `{"name":"Ada","role":"viewer",${flaw}}`, type);
      const { errors } = await response.json<{ errors: unknown[] }>();
      expect([flaw, response.status, errors.length]).toEqual([flaw, 422, 1]);
    }
  }
});

test("a body above its limit is 413 at every route that has one, and is not read whole", async () => {
  const { owner } = await registerShipped();
  const before = await standOf();
  for (const route of routes) {
    const bytes = route.body?.bytes ?? 0;
    expect([route.id, (await send(route, owner, "x".repeat(bytes + 1))).status]).toEqual([route.id, 413]);
    // Of unknown length, and without end: only what may be sent is taken in.
    let sent = 0;
    const chunk = new Uint8Array(Math.ceil(bytes / 4) + 1);
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.length;
        if (sent > 20 * bytes) controller.error(new Error("Read without end"));
        else controller.enqueue(chunk);
      },
    });
    expect([route.id, (await send(route, owner, endless)).status]).toEqual([route.id, 413]);
    expect(sent).toBeLessThan(4 * bytes + 400_000);
  }
  expect(await standOf()).toBe(before);
});
