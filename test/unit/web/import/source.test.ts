import { describe, expect, it } from "vitest";
import { inOwnWords, prepare, readSource, type Source } from "../../../../web/import/source";
import { columnsInWords, openQuestions } from "../../../../web/import/preview";
import { proposeMapping } from "../../../../worker/contract/column-mapping";

const HEADER = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility";
const ROW = "A-1,2012-10-03,visit,minister_visit_held,A visit,A paper,B,2";

async function source(text: string): Promise<Source> {
  const read = await readSource(new Blob([text]), "events.csv");
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  return read;
}

async function prepared(text: string, change: (fields: (string | null)[]) => (string | null)[] = (same) => same) {
  const read = await source(text);
  const fields = change(proposeMapping(read.table.header).map(({ field }) => field));
  return prepare(read, fields as Parameters<typeof prepare>[1]);
}

describe("a file that was chosen", () => {
  it("goes whole with up to 200 rows in the file's own columns, each with a reference", async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => ROW.replace("A-1", `A-${i}`));
    expect((await prepared([HEADER, ...rows(200)].join("\n"))).whole).toBe(true);
    expect((await prepared([HEADER, ...rows(201)].join("\n"))).whole).toBe(false);
    // Sent again after a lost reply, a row without a reference would be there twice.
    expect((await prepared(`${HEADER}\n${ROW}\n${ROW.replace("A-1", "")}`)).whole).toBe(false);
    expect((await prepared(`${HEADER.replace("title", "Headline")}\n${ROW}`)).whole).toBe(false);
  });

  it("is taken apart as the server takes it, blanks left out and formulas unguarded", async () => {
    const { rows, refs } = await prepared(`${HEADER},notes\n${ROW.replace("A visit", "'=1+1")},\n${ROW}`);
    expect(rows).toEqual([
      { line: 2, event: expect.objectContaining({ ref: "A-1", title: "=1+1", infoCredibility: "2" }) },
      { line: 3, cells: 8, columns: 9 },
    ]);
    expect(rows[0]).not.toHaveProperty("event.notes");
    expect(refs).toEqual(["A-1"]);
  });

  it("keeps a column as what a person chose for it", async () => {
    const text = `${HEADER.replace("title", "Mood")}\n${ROW}`;
    expect((await prepared(text)).rejected).toBe(true);
    const { rejected, rows } = await prepared(text, (fields) => fields.map((field) => field ?? "title"));
    expect(rejected).toBe(false);
    expect(rows[0]).toHaveProperty("event.title", "A visit");
  });

  it("has its messages in its own words", async () => {
    const read = await source(`${HEADER.replace("date", "When")}\n${ROW}`);
    const fields = proposeMapping(read.table.header).map(({ field }) => field);
    const message = { line: 2, level: "error", kind: "bad-date", text: "" } as const;
    const all = [
      { ...message, column: "date" },
      { ...message, column: "title" },
      { ...message, column: null },
    ];
    expect(inOwnWords(all, read, fields).map(({ column }) => column)).toEqual(["When", "title", null]);
  });

  it("that is no table comes back as what is said of it", async () => {
    expect(await readSource(new Blob([""]), "")).toEqual([expect.objectContaining({ kind: "empty-file" })]);
  });
});

describe("the columns", () => {
  it("are counted by how they are read", () => {
    const words = columnsInWords(proposeMapping(["ref", "Headline", "Mood"]));
    expect(words).toBe("3 columns: 1 known, 1 as we propose, please look at them, 1 ignored.");
  });

  it("that are missing or chosen twice are named until they are not", () => {
    const needed = ["date", "indicator", "title", "sourceTitle", "sourceReliability", "infoCredibility"] as const;
    expect(openQuestions(needed.slice(2))).toBe("Not there yet, and needed: date, indicator and code or state.");
    expect(openQuestions([...needed, "state", "title"])).toBe("Chosen more than once: title. Ignore all but one.");
    expect(openQuestions([...needed, "code", null])).toBe("");
  });
});
