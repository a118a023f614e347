import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";

const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".html"));

// Pages are served by a worker with a strict content security policy: nothing may be inlined, and only files of this
// origin are loaded.
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    assetsDir: "assets",
    assetsInlineLimit: 0,
    target: "es2023",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: pages.map((name) => join(import.meta.dirname, name)),
      output: {
        // Two dozen small files wait for each other: what many pages share comes in one, what the view is made of in another.
        advancedChunks: {
          groups: [
            { name: "base", test: /web\/(?:lib\/|view\/words)|worker\/core\//, minShareCount: 5 },
            {
              name: "view",
              test: /web\/(?:view\/(?!words)|log\/ask|log\/keys\.ts|explore\/address|snapshot\/(?:address|heading)|forms\/latin-key)|worker\/core\/[\w-]*(?:sentences|captions|older-view)\.ts/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
