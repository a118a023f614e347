ALTER TABLE `month_verdicts` ADD `revision` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE TABLE `settling_verdicts` (
	`scenario` text NOT NULL,
	`month` text NOT NULL,
	`inputs` text NOT NULL,
	`published` text NOT NULL,
	`verdict` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`scenario`, `month`)
) STRICT, WITHOUT ROWID;
