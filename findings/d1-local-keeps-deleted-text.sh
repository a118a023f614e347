#!/bin/sh
# Miniflare 4.20260730.0: the local D1 takes neither PRAGMA secure_delete nor VACUUM, the latter even as a single
# statement, so that a text which was deleted, with its row gone, still stands in the database's file. To take it out, the
# file has to be written anew by another SQLite (node:sqlite) while no instance has it open. Seen on 1 December 2026:
#   PRAGMA secure_delete = ON: not authorized: SQLITE_AUTH
#   VACUUM: cannot VACUUM from within a transaction: SQLITE_ERROR
#   rows 0, in the file true
set -eu
for program in node npm; do command -v "$program" > /dev/null || exit 77; done
[ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 22')" = true ] || exit 77
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --no-audit --no-fund --loglevel=error miniflare@4.20260730.0 > /dev/null
cat > look.mjs <<'JS'
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
const text = "A sentence that was taken back. ";
const mf = new Miniflare({
  modules: true,
  script: "export default { fetch: () => new Response() }",
  compatibilityDate: "2025-11-01",
  d1Databases: { DB: "one" },
  d1Persist: "data",
});
const db = await mf.getD1Database("DB");
const said = async (sql) => db.prepare(sql).run().then(() => "taken", ({ message }) => message.replace("D1_ERROR: ", ""));
await db.prepare("CREATE TABLE notes (text TEXT)").run();
await db.prepare("INSERT INTO notes VALUES (?1)").bind(text.repeat(500)).run();
const [secure, vacuum] = [await said("PRAGMA secure_delete = ON"), await said("VACUUM")];
await db.prepare("DELETE FROM notes").run();
const { n } = await db.prepare("SELECT count(*) AS n FROM notes").first();
await mf.dispose();
const files = readdirSync("data", { recursive: true }).map((name) => join("data", name));
const inFile = files.filter((name) => statSync(name).isFile()).some((name) => readFileSync(name).includes(text));
console.log(`PRAGMA secure_delete = ON: ${secure}\nVACUUM: ${vacuum}\nrows ${n}, in the file ${inFile}`);
process.exit(/SQLITE_AUTH/.test(secure) && /cannot VACUUM/.test(vacuum) && n === 0 && inFile ? 0 : 1);
JS
node look.mjs
