ALTER TABLE `said_months` ADD `recorded_at` integer;
--> statement-breakpoint
ALTER TABLE `said_months` ADD `corrected_in` integer;
--> statement-breakpoint
-- Stored answers from before count a month as over on its last day: views are drawn up anew. Frozen ones stay.
DELETE FROM `view_cache`;
