import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const web = fileURLToPath(new URL("../../../../web/", import.meta.url));

/** Where something is typed that is not kept, and why not. */
const NOT_KEPT: Record<string, string> = {
  "forms/event-form.ts": "the pages that use it keep it: log/panel.ts and forms/correct.ts",
  "forms/controls.ts": "the fields themselves, which stand in a form",
  "scenarios/file-field.ts": "its page keeps it: pages/register.ts",
  "forms/conflict.ts": "a choice between two versions, asked anew when the correction is sent again",
  "forms/filter-form.ts": "a search, which stands in the address",
  "explore/controls.ts": "assumptions, which stand in the address",
  "view/as-of.ts": "a day to look at, which stands in the address",
  "pages/close.ts": "a month to go to, which stands in the address",
  "pages/account.ts": "a button alone: sign out",
  "lib/header.ts": "a button alone: sign out",
  "log/keys-dialog.ts": "a switch that counts at once",
  "lib/copy.ts": "a text to copy, which cannot be typed in",
  "sign-in.html": "a one-time code: secrets are never kept",
  "invite.html": "a one-time code: secrets are never kept",
  "open.html": "a passphrase: secrets are never kept",
};

/** A form of the page's own, or a box for long text; single fields stand in one of these. */
const TYPED_IN = /\bh\(\s*"(?:form|textarea)"|<(?:form|textarea)\b|contenteditable:/;
/** What makes one of the forms of `ask-form` or `small-form` has its draft from there. */
const KEEPS = /\b(?:keepTyped|new DraftStore|makeDraft)\b/;

const files = globSync("**/*.{ts,html}", { cwd: web }).map((file) => file.replaceAll("\\", "/"));
const textOf = (file: string): string => readFileSync(`${web}${file}`, "utf8");

test("whatever can be typed in is kept through a reload, or is named here with the reason why it is not", () => {
  const forms = files.filter((file) => TYPED_IN.test(textOf(file)));
  const unkept = forms.filter((file) => !KEEPS.test(textOf(file)));
  expect(unkept.toSorted()).toEqual(Object.keys(NOT_KEPT).toSorted());
});

test("what is typed is kept by one module, and nothing else stores texts of people in the browser", () => {
  const storing = files.filter((file) => /\b(?:session|local)Storage\b/.test(textOf(file)));
  expect(storing.toSorted()).toEqual(
    ["event/seen.ts", "lib/drafts.ts", "lib/person.ts", "log/keys-dialog.ts", "log/keys.ts"].toSorted(),
  );
});
