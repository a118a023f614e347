CREATE TABLE `import_parts` (
	`import` text NOT NULL,
	`part` integer NOT NULL,
	`digest` text NOT NULL,
	`revision` integer NOT NULL,
	`created` integer NOT NULL,
	`corrected` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`rejected` integer NOT NULL,
	`messages` text NOT NULL,
	`refs` text NOT NULL,
	`followers` text NOT NULL,
	`cells` text NOT NULL,
	`codes` text NOT NULL,
	`highest` text NOT NULL,
	`ref_before` integer NOT NULL,
	`ref_after` integer NOT NULL,
	PRIMARY KEY(`import`, `part`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import` text NOT NULL,
	`position` integer NOT NULL,
	`line` integer NOT NULL,
	`op` text NOT NULL,
	`ref` text NOT NULL,
	`version` integer NOT NULL,
	`changed` text NOT NULL,
	`payload` text NOT NULL,
	`texts` text NOT NULL,
	`hash` text NOT NULL,
	`event` text NOT NULL,
	PRIMARY KEY(`import`, `position`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`scenario` text NOT NULL,
	`who` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`naming` text NOT NULL,
	`refs` text NOT NULL,
	`edition` integer NOT NULL,
	`revision` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_created` ON `imports` (`created_at`);