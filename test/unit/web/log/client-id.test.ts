import { expect, it } from "vitest";
import { clientIdOf } from "../../../../web/log/client-id";

it("an event keeps the id that it was sent under until another is wanted; what was never sent has none to copy", async () => {
  const event = clientIdOf("");
  expect(event.kept()).toBe("");
  const id = await event.use();
  expect(await event.use()).toBe(id);
  expect(event.kept()).toBe(id);
  event.renew();
  expect(event.kept()).toBe("");
  expect(await event.use()).not.toBe(id);
});

it("a draft that was sent goes on under its id after a reload, and in no second tab", async () => {
  const id = crypto.randomUUID();
  const tab = clientIdOf(id);
  expect(await tab.use()).toBe(id);
  const copy = clientIdOf(id);
  expect(await copy.use()).not.toBe(id);
  expect(copy.kept()).not.toBe(id);
  // As a page that goes gives its locks back.
  tab.renew();
  expect(await clientIdOf(id).use()).toBe(id);
});
