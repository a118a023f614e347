CREATE TABLE `month_code_counts` (
	`scenario` text NOT NULL,
	`month` text NOT NULL,
	`indicator` text NOT NULL,
	`code` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`scenario`, `month`, `indicator`, `code`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `year_codes` (
	`scenario` text NOT NULL,
	`year` text NOT NULL,
	`indicator` text NOT NULL,
	`code` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`scenario`, `year`, `indicator`, `code`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `forecasts` (
	`scenario` text NOT NULL,
	`proposition` text NOT NULL,
	`analyst` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`probability` real NOT NULL,
	PRIMARY KEY(`scenario`, `proposition`, `analyst`, `version`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `month_verdicts` (
	`scenario` text NOT NULL,
	`month` text NOT NULL,
	`inputs` text NOT NULL,
	`published` text NOT NULL,
	`verdict` text NOT NULL,
	PRIMARY KEY(`scenario`, `month`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `said_months` (
	`scenario` text NOT NULL,
	`month` text NOT NULL,
	`revision` integer NOT NULL,
	`published` text NOT NULL,
	`index` real NOT NULL,
	PRIMARY KEY(`scenario`, `month`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- No table refers to another by a foreign key, so a dropped table takes no rows of others with it.
INSERT INTO `month_code_counts` (`scenario`, `month`, `indicator`, `code`, `n`)
SELECT `scenario`, `month`, `indicator`, `code`, `n` FROM `month_codes`;
--> statement-breakpoint
INSERT INTO `year_codes` (`scenario`, `year`, `indicator`, `code`, `n`)
SELECT `scenario`, substr(`month`, 1, 4), `indicator`, `code`, sum(`n`) FROM `month_codes` GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
DROP TABLE `month_codes`;
--> statement-breakpoint
-- Stored answers from before this migration have no verdicts: views are drawn up anew. Frozen ones stay.
DELETE FROM `view_cache`;
--> statement-breakpoint
ALTER TABLE `evidence` ADD `status` text DEFAULT 'active' NOT NULL;
