CREATE TABLE `backups` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`place` text NOT NULL,
	`finished_at` integer,
	`bytes` integer NOT NULL,
	`lines` integer NOT NULL,
	`parts` integer NOT NULL,
	`revisions` text NOT NULL,
	`cursor` text
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `restores` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`next` integer NOT NULL,
	`sum` text NOT NULL
) STRICT, WITHOUT ROWID;
