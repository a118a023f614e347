CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`scenario` text NOT NULL,
	`url` text NOT NULL,
	`kinds` text NOT NULL,
	`secret` text NOT NULL,
	`origin` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `webhooks_scenario` ON `webhooks` (`scenario`);
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`webhook` text NOT NULL,
	`key` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`next_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`said` text NOT NULL,
	PRIMARY KEY(`webhook`, `key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`webhook`, `next_at`) WHERE state = 'waiting';
