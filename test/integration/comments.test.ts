import { expect, test } from "vitest";
import { change, EVENTS, lifeOf, log, problems } from "./discussion";
import { api, keyFor, registerShipped } from "./harness";

test("a comment is kept as typed, in any script and with its lines, and signed", async () => {
  const { analyst: key, viewer } = await registerShipped();
  const { ref } = await log(key);
  const text = "روس نے کہا\n<b>Это</b> =1+1";
  const response = await api("POST", `${EVENTS}/${ref}/comments`, { key, body: { text: text.replace("\n", "\r\n") } });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ number: 1, text, by: "A analyst", mine: true });
  expect((await lifeOf(viewer, ref)).comments).toMatchObject([{ text, mine: false }]);
  expect(await problems()).toEqual([]);
});

test("a comment that is sent twice stands once, and may be said again after another", async () => {
  const { analyst: key } = await registerShipped();
  const other = await keyFor("analyst", "Somebody else");
  const { ref } = await log(key);
  const say = async (who: string, text: string): Promise<[number, number]> => {
    const response = await api("POST", `${EVENTS}/${ref}/comments`, { key: who, body: { text } });
    return [response.status, (await response.json<{ number: number }>()).number];
  };
  expect(await say(key, "Sure?")).toEqual([201, 1]);
  expect(await say(key, "Sure?")).toEqual([200, 1]);
  expect(await say(other, "Sure?")).toEqual([201, 2]);
  expect(await say(key, "Sure?")).toEqual([201, 3]);
  expect(await problems()).toEqual([]);
});

test("an empty comment and one of more than 5,000 characters are refused", async () => {
  const { analyst: key } = await registerShipped();
  const { ref } = await log(key);
  for (const text of [" \n", "x".repeat(5001), 7, undefined]) {
    const response = await api("POST", `${EVENTS}/${ref}/comments`, { key, body: { text } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field: "text" }] });
  }
  const path = `${EVENTS}/${ref}/comments`;
  expect((await api("POST", path, { key, body: { text: "x".repeat(5000) } })).status).toBe(201);
  expect((await api("POST", `${EVENTS}/E-0999/comments`, { key, body: { text: "x" } })).status).toBe(404);
});

test("a comment is taken back by who wrote it or by an owner, and its number is not used again", async () => {
  const { analyst: key, owner } = await registerShipped();
  const other = await keyFor("analyst", "Somebody else");
  const { ref } = await log(key);
  const path = `${EVENTS}/${ref}/comments`;
  for (const text of ["First", "Second"]) await api("POST", path, { key, body: { text } });
  const remove = (who: string, number: string) =>
    api("DELETE", `${path}/${number}`, { key: who, body: { reason: "Off the point" } });
  expect((await remove(other, "1")).status).toBe(403);
  expect((await remove(key, "1")).status).toBe(200);
  expect((await remove(owner, "2")).status).toBe(200);
  for (const number of ["2", "9", "x"]) expect((await remove(key, number)).status).toBe(404);
  expect((await lifeOf(key, ref)).comments).toEqual([]);
  const third = await api("POST", path, { key, body: { text: "Third" } });
  expect(await third.json()).toMatchObject({ number: 3 });
  expect(await problems()).toEqual([]);
});

test("a retracted event can still be talked about", async () => {
  const { analyst: key } = await registerShipped();
  const { ref } = await log(key);
  await change("DELETE", key, ref, 1, { reason: "Never was" });
  expect((await api("POST", `${EVENTS}/${ref}/comments`, { key, body: { text: "Why?" } })).status).toBe(201);
});
