ALTER TABLE `access_keys` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `access_keys` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `analysts` ADD `email` text;--> statement-breakpoint
CREATE UNIQUE INDEX `analysts_email` ON `analysts` (`email`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `agent` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `sign_in_codes` ADD `invited_by` text;