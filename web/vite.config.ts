import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";

const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".html"));

export default defineConfig({
  root: import.meta.dirname,
  // Pages are served by a worker with a strict content security policy: nothing may be inlined, and only files of this
  // origin are loaded.
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    assetsDir: "assets",
    assetsInlineLimit: 0,
    target: "es2023",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages.map((name) => join(import.meta.dirname, name)) },
  },
});
