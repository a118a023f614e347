#!/bin/sh
# valibot 1.5.0: v.record() leaves out the members called constructor and prototype, with no issue: the parse succeeds and the
# answer has fewer members than the input. A map keyed by words that people choose so loses entries without a word. v.map()
# or an own check of the keys keeps them.
# Seen: "success true, keys a" for {"constructor": 1, "prototype": 2, "a": 3}.
set -eu
command -v npm >/dev/null || exit 77
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error valibot@1.5.0 >/dev/null
cat > parse.mjs <<'JS'
import * as v from "valibot";
const counts = JSON.parse('{"constructor": 1, "prototype": 2, "a": 3}');
const { success, output } = v.safeParse(v.record(v.string(), v.number()), counts);
console.log(`success ${success}, keys ${Object.keys(output).join(" ")}`);
JS
seen=$(node parse.mjs)
echo "$seen"
[ "$seen" = "success true, keys a" ]
