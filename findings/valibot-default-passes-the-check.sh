#!/bin/sh
# Valibot 1.5.0: the default of `optional(schema, default)` is not the member's value but its input. A missing member is
# refused where the default does not pass the wrapped schema's own checks, and is transformed where the schema transforms;
# Zod 4.1.12 takes the same default as it stands. Seen on 1 December 2026:
#   valibot, default "" under nonEmpty: Invalid length: Expected !0 but received 0
#   valibot, default "a" under toUpperCase: A
#   zod, default "" under min(1): ""
# Whoever wants "may be missing, but not empty" must leave the default out, or put it around a schema that lets it pass.
set -eu
for program in node npm; do command -v "$program" > /dev/null || exit 77; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund valibot@1.5.0 zod@4.1.12 > /dev/null
cat > look.mjs <<'JS'
import * as v from "valibot";
import { z } from "zod";
const name = v.pipe(v.string(), v.nonEmpty());
const refused = v.safeParse(v.object({ name: v.optional(name, "") }), {});
const loud = v.optional(v.pipe(v.string(), v.transform((text) => text.toUpperCase())), "a");
const made = v.parse(v.object({ name: loud }), {});
const taken = z.object({ name: z.string().min(1).default("") }).parse({});
console.log("valibot, default \"\" under nonEmpty:", refused.issues?.[0]?.message ?? "taken");
console.log("valibot, default \"a\" under toUpperCase:", made.name);
console.log("zod, default \"\" under min(1):", JSON.stringify(taken.name));
process.exit(!refused.success && made.name === "A" && taken.name === "" ? 0 : 1);
JS
node look.mjs
