CREATE TABLE `usage_days` (
	`day` text PRIMARY KEY NOT NULL,
	`requests` integer NOT NULL,
	`rows_read` integer NOT NULL,
	`rows_written` integer NOT NULL
) STRICT, WITHOUT ROWID;
