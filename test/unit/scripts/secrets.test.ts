import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecrets, writeSecretsEnv } from "../../../scripts/serve/secrets.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "signpost-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mode = (name: string): number => statSync(join(folder, name)).mode & 0o777;

test("the first start makes two secrets of 32 bytes, for its user alone, and later ones keep them", () => {
  const made = readSecrets(folder);
  expect(Object.keys(made)).toEqual(["SIGNING_KEY", "LINK_SECRET"]);
  for (const secret of Object.values(made)) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(made.SIGNING_KEY).not.toBe(made.LINK_SECRET);
  expect(mode("secrets.json")).toBe(0o600);
  expect(readSecrets(folder)).toEqual(made);
});

test.each(["", "{", "{}", "null", '{"SIGNING_KEY":"short","LINK_SECRET":"short"}'])(
  "a damaged file (%s) is named and never replaced",
  (text) => {
    const file = join(folder, "secrets.json");
    writeFileSync(file, text);
    expect(() => readSecrets(folder)).toThrow(`${file} is damaged.`);
    expect(readFileSync(file, "utf8")).toBe(text);
  },
);

test("wrangler reads the same ones from a file for its user alone", () => {
  writeFileSync(join(folder, "secrets.env"), "OLD=1\n", { mode: 0o644 });
  const { SIGNING_KEY, LINK_SECRET } = readSecrets(folder);
  const file = writeSecretsEnv(folder);
  expect(readFileSync(file, "utf8")).toBe(`SIGNING_KEY=${SIGNING_KEY}\nLINK_SECRET=${LINK_SECRET}\n`);
  expect(mode("secrets.env")).toBe(0o600);
});
