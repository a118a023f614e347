import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { MESSAGE_KINDS } from "../../../worker/contract/messages";

const folder = fileURLToPath(new URL("../../../worker/contract/", import.meta.url).href);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && name !== "messages.ts")
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

test("every kind of message is explained in one sentence and used somewhere", () => {
  for (const [kind, meaning] of Object.entries(MESSAGE_KINDS)) {
    expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meaning).toMatch(/^[A-Z`].*\.$/);
    expect(sources).toContain(`"${kind}"`);
  }
});
