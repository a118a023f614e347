#!/bin/sh
# chrono-node 2.10.3: its British English reader takes "nov 17" for November of the year 2017, a month whose year is
# certain; its American one, from the same package and on the same day, for 17 November of the current year. Dates with the
# month's name first are no matter of / between day and month, so one does not expect the locale to move them by nine years.
# Seen: "GB 2017-11-01 day false year true" and "US 2026-11-17 day true year false".
set -eu
command -v npm >/dev/null || exit 77
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error chrono-node@2.10.3 >/dev/null
cat > read.mjs <<'JS'
import * as chrono from "chrono-node";
const day = new Date(Date.UTC(2026, 10, 30, 12));
for (const [name, reader] of [["GB", chrono.en.GB], ["US", chrono.en.casual]]) {
  const [{ start }] = reader.parse("nov 17", day);
  const date = start.date().toISOString().slice(0, 10);
  console.log(name, date, "day", start.isCertain("day"), "year", start.isCertain("year"));
}
JS
seen=$(TZ=UTC node read.mjs)
echo "$seen"
[ "$seen" = "GB 2017-11-01 day false year true
US 2026-11-17 day true year false" ]
