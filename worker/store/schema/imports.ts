import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Imports in parts, while they are prepared: nothing of them is in the ledger until they are committed as one. */
export const imports = sqliteTable(
  "imports",
  {
    id: text("id").primaryKey(),
    scenario: text("scenario").notNull(),
    who: text("who").notNull(),
    createdAt: integer("created_at").notNull(),
    /** The file's name. */
    name: text("name").notNull(),
    /** How messages name a field. */
    naming: text("naming", { enum: ["column", "member"] }).notNull(),
    /** JSON list: references that come in later parts, so that none of them is given to a row without one. */
    refs: text("refs").notNull(),
    /** Counts the changes to its parts, so that a commit writes exactly the parts that it has looked at. */
    edition: integer("edition").notNull(),
    /** The commit that it became; null until then. */
    revision: integer("revision"),
  },
  (t) => [index("imports_created").on(t.createdAt)],
);

/** What is known of a part as a whole, and of those of its rows that write nothing. */
export const importParts = sqliteTable(
  "import_parts",
  {
    import: text("import").notNull(),
    part: integer("part").notNull(),
    /** SHA-256 of what was sent: the same again is answered as before. */
    digest: text("digest").notNull(),
    /** The head of the ledger that the rows were compared with. */
    revision: integer("revision").notNull(),
    created: integer("created").notNull(),
    corrected: integer("corrected").notNull(),
    unchanged: integer("unchanged").notNull(),
    rejected: integer("rejected").notNull(),
    /** JSON list of messages. */
    messages: text("messages").notNull(),
    /** JSON list of StagedRef. */
    refs: text("refs").notNull(),
    /** JSON list of StagedFollower. */
    followers: text("followers").notNull(),
    /** JSON lists: what its rows add to the rollup, by month, and new rows and corrections apart. */
    cells: text("cells").notNull(),
    codes: text("codes").notNull(),
    /** JSON list: of each prefix the highest reference among its new rows. */
    highest: text("highest").notNull(),
    /** The scenario's next reference before and after reserving some for rows that came without; both 0 if none did. */
    refBefore: integer("ref_before").notNull(),
    refAfter: integer("ref_after").notNull(),
  },
  (t) => [primaryKey({ columns: [t.import, t.part] })],
);

/** Rows that will be written, checked, hashed and graded: committing copies them. */
export const importRows = sqliteTable(
  "import_rows",
  {
    import: text("import").notNull(),
    /** Place in the whole file. */
    position: integer("position").notNull(),
    line: integer("line").notNull(),
    op: text("op", { enum: ["record", "correct"] }).notNull(),
    ref: text("ref").notNull(),
    /** The version that it will be. */
    version: integer("version").notNull(),
    /** What a correction changes, in words; "" for a new event. */
    changed: text("changed").notNull(),
    payload: text("payload").notNull(),
    texts: text("texts").notNull(),
    hash: text("hash").notNull(),
    /** JSON list: the event's row, its columns in order. */
    event: text("event").notNull(),
  },
  (t) => [primaryKey({ columns: [t.import, t.position] })],
);
