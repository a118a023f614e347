import { EVENT_FIELD_NAMES, EVENT_FIELDS, type EventField, FIELD_OF_COLUMN } from "./columns";
import { suggestKey } from "./suggest";

/** How a column of a file is read: by its name, as proposed for a name that is near, or not at all. */
export interface ColumnReading {
  field: EventField | null;
  how: "exact" | "proposed" | "ignored";
}

/** What people call the columns. Compared without case and punctuation, each in a file's own words. */
const OTHER_NAMES: Partial<Record<EventField, readonly string[]>> = {
  ref: ["id", "reference", "event id", "key", "номер"],
  date: ["event date", "day", "when", "date of event", "valid date", "дата"],
  indicator: ["type", "category", "theme", "индикатор"],
  code: ["event code", "step", "codebook entry", "код"],
  title: ["headline", "event", "what happened", "summary", "description", "заголовок", "событие"],
  state: ["new state", "status", "состояние"],
  score: ["override", "score override", "оценка"],
  scoreReason: ["reason", "reason for score", "override reason"],
  amountUsd: ["amount", "usd", "amount us dollars", "value usd", "сумма"],
  actors: ["actor", "countries", "parties", "participants", "стороны"],
  location: ["place", "city", "where", "venue", "место"],
  sourceTitle: ["source", "source name", "article", "publication", "источник"],
  sourceUrl: ["url", "link", "source link", "address", "web address", "ссылка"],
  sourcePublished: ["published", "publication date", "date published", "source date"],
  sourceReliability: ["reliability", "source grade", "source rating", "надежность"],
  infoCredibility: ["credibility", "information credibility", "info rating", "достоверность"],
  notes: ["note", "comment", "comments", "remarks", "примечание"],
  amountScope: ["scope", "whose money"],
  follows: ["follows ref", "previous", "continues"],
  project: ["project name", "проект"],
  plannedFor: ["planned", "planned date", "scheduled for"],
  quote: ["quotation", "quoted sentence", "цитата"],
};

/**
 * Reads a header line: known names as they are, in whatever case; for another name the field that is plainly meant, if no other column
 * has it. A proposal is for a person to look at: nothing is guessed silently (ruling 34).
 */
export function proposeMapping(header: readonly string[]): ColumnReading[] {
  const taken = new Set<EventField>();
  const readings = header.map((name): ColumnReading => {
    const field = FIELD_OF_COLUMN.get(name.trim());
    if (field === undefined || taken.has(field)) return { field: null, how: "ignored" };
    taken.add(field);
    return { field, how: "exact" };
  });
  return readings.map((reading, i) => {
    const name = header[i] ?? "";
    if (reading.how === "exact" || FIELD_OF_COLUMN.has(name.trim())) return reading;
    const field = meantField(name, taken);
    if (field === null) return reading;
    taken.add(field);
    return { field, how: plainName(EVENT_FIELDS[field].column) === plainName(name) ? "exact" : "proposed" };
  });
}

function meantField(name: string, taken: ReadonlySet<EventField>): EventField | null {
  const plain = plainName(name);
  if (plain === "") return null;
  const free = EVENT_FIELD_NAMES.filter((field) => !taken.has(field));
  const named = free.find((field) => {
    const { column, name: spoken } = EVENT_FIELDS[field];
    return [column, field, spoken, ...(OTHER_NAMES[field] ?? [])].some((one) => plainName(one) === plain);
  });
  if (named !== undefined) return named;
  const near = suggestKey(
    name,
    free.map((field) => EVENT_FIELDS[field].column),
  );
  return near === null ? null : (FIELD_OF_COLUMN.get(near) ?? null);
}

/** "Source-Title (EN)" -> "sourcetitleen", "sourceTitle" -> "sourcetitle". */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
