-- The ledger is append-only. UPDATE and DELETE are refused, and so is an INSERT over an existing key, because
-- INSERT OR REPLACE fires neither an update nor a delete trigger.
CREATE TRIGGER commits_no_update BEFORE UPDATE ON commits
BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER commits_no_delete BEFORE DELETE ON commits
BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER commits_no_replace BEFORE INSERT ON commits
WHEN EXISTS (SELECT 1 FROM commits c WHERE c.scenario = NEW.scenario AND c.revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'revision taken'); END;
--> statement-breakpoint
-- The one update allowed is a redaction: texts (with their salts) turn into null, nothing else changes, and the
-- ledger already holds the redaction entry that gives the reason.
CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries
WHEN NOT (
  NEW.scenario IS OLD.scenario AND NEW.revision IS OLD.revision AND NEW.ordinal IS OLD.ordinal
  AND NEW.kind IS OLD.kind AND NEW.subject IS OLD.subject AND NEW.version IS OLD.version AND NEW.op IS OLD.op
  AND NEW.payload IS OLD.payload AND NEW.hash IS OLD.hash
  AND (SELECT count(*) FROM json_each(NEW.texts)) = (SELECT count(*) FROM json_each(OLD.texts))
  AND NOT EXISTS (
    SELECT 1 FROM json_each(OLD.texts) o LEFT JOIN json_each(NEW.texts) n ON n.key = o.key
    WHERE n.key IS NULL OR NOT (n.type = 'null' OR n.value IS o.value)
  )
  AND EXISTS (
    SELECT 1 FROM entries r
    WHERE r.scenario = OLD.scenario AND r.kind = 'redaction' AND r.subject = OLD.kind || ':' || OLD.subject
  )
)
BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
--> statement-breakpoint
-- Two look-ups by key: one condition with OR reads the scenario's whole ledger.
CREATE TRIGGER entries_no_replace BEFORE INSERT ON entries
WHEN EXISTS (
  SELECT 1 FROM entries e
  WHERE e.scenario = NEW.scenario AND e.revision = NEW.revision AND e.ordinal = NEW.ordinal
) OR EXISTS (
  SELECT 1 FROM entries e
  WHERE e.scenario = NEW.scenario AND e.kind = NEW.kind AND e.subject = NEW.subject AND e.version = NEW.version
)
BEGIN SELECT RAISE(ABORT, 'revision taken'); END;
