import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { formatSizes, importsOf, linkedFiles, pageSizes } from "../../../scripts/build/sizes.mjs";

const folder = mkdtempSync(join(tmpdir(), "signpost-sizes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;

test("a page is charged its scripts with their static imports once, and its styles; later imports stand apart", () => {
  const files = {
    "page.html": `<script type="module" crossorigin src="/assets/page.js"></script>
      <link rel="modulepreload" crossorigin href="/assets/shared.js"><link rel="stylesheet" crossorigin href="/assets/page.css">`,
    "assets/page.js": 'import{a as e}from"./shared.js";import"./side.js";import("./chart.js").then(e);',
    "assets/shared.js": 'import"./side.js";export const a = 1;',
    "assets/side.js": "globalThis.side = 1;",
    "assets/chart.js": 'import"./shared.js";export{b}from"./deep.js";',
    "assets/deep.js": "export const b = 2;",
    "assets/page.css": "body{margin:0}",
    "assets/unused.js": "never();",
  };
  mkdirSync(join(folder, "assets"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  expect(pageSizes(folder)).toEqual([
    {
      page: "page.html",
      js: gzipped(files["assets/page.js"]) + gzipped(files["assets/shared.js"]) + gzipped(files["assets/side.js"]),
      css: gzipped(files["assets/page.css"]),
      lazy: gzipped(files["assets/chart.js"]) + gzipped(files["assets/deep.js"]),
    },
  ]);
});

test("imports are told apart: static ones, re-exports, and those made later", () => {
  const code = 'import"./a.js";import x from "./b.js";export*from\'../c.js\';const p=import(`./d.js`);"from ./e.js"';
  expect(importsOf("assets/page.js", code)).toEqual({
    now: ["assets/a.js", "assets/b.js", "c.js"],
    later: ["assets/d.js"],
  });
});

test("links to icons are no styles", () => {
  expect(linkedFiles('<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/assets/a.css">')).toEqual({
    scripts: new Set(),
    styles: new Set(["assets/a.css"]),
  });
});

test("the table gives kilobytes of a thousand with one decimal", () => {
  const lines = formatSizes(83_049, [{ page: "log.html", js: 19_040, css: 4_010, lazy: 0 }]).split("\n");
  // 19.040 + 4.010 = 23.050
  expect(lines[1]?.trim().split(/\s+/)).toEqual(["log.html", "19.0", "4.0", "23.1", "0.0"]);
  expect(lines[2]?.trim().split(/\s+/)).toEqual(["worker", "83.0"]);
});
