import { describe, expect, test } from "vitest";
import { proposeMapping } from "../../../worker/contract/column-mapping";
import { EVENT_FIELD_NAMES, EVENT_FIELDS } from "../../../worker/contract/columns";

const fields = (header: string[]) => proposeMapping(header).map(({ field }) => field);
const ways = (header: string[]) => proposeMapping(header).map(({ how }) => how);

describe("the reading of a header line", () => {
  test("takes every known name as it is, in any case", () => {
    const columns = EVENT_FIELD_NAMES.map((field) => EVENT_FIELDS[field].column);
    expect(fields(columns)).toEqual(EVENT_FIELD_NAMES);
    expect(fields(columns.map((name) => name.toUpperCase().replaceAll("_", " ")))).toEqual(EVENT_FIELD_NAMES);
    expect(new Set(ways(columns))).toEqual(new Set(["exact"]));
  });

  test("proposes a field for what people call it, also in Russian, and for a slip", () => {
    const header = ["Headline", "When", "Source", "Link", "Заголовок", "indicatr", "Mood", ""];
    expect(fields(header)).toEqual(["title", "date", "sourceTitle", "sourceUrl", null, "indicator", null, null]);
    expect(ways(header).slice(0, 6)).toEqual(["proposed", "proposed", "proposed", "proposed", "ignored", "proposed"]);
    expect(fields(["Заголовок", "Дата"])).toEqual(["title", "date"]);
  });

  test("gives no field to two columns: the exact name goes first, wherever it stands", () => {
    expect(fields(["Headline", "title"])).toEqual([null, "title"]);
    expect(fields(["title", "title"])).toEqual(["title", null]);
    expect(fields(["Link", "URL"])).toEqual(["sourceUrl", null]);
  });
});
