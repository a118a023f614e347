import { expect, test } from "vitest";
import { oneByOne } from "../../../../web/scenarios/one-by-one";

test("work is done one piece after the other, in the order in which it came", async () => {
  const log: string[] = [];
  const release: (() => void)[] = [];
  const add = oneByOne(async (name: string) => {
    log.push(`begin ${name}`);
    await new Promise<void>((resolve) => release.push(resolve));
    log.push(`end ${name}`);
  });
  const finish = async () => {
    release.shift()?.();
    await Promise.resolve().then(() => Promise.resolve());
  };
  add("a");
  add("b");
  expect(log).toEqual(["begin a"]);
  await finish();
  expect(log).toEqual(["begin a", "end a", "begin b"]);
  await finish();
  add("c");
  expect(log.slice(3)).toEqual(["end b", "begin c"]);
});
