CREATE TABLE `signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`first_used_at` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `view_images` (
	`view_hash` text PRIMARY KEY NOT NULL,
	`body` blob NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `snapshots` ADD `purpose` text DEFAULT 'publication' NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `fields` text DEFAULT '{"sources":true,"monthNote":true,"notes":true,"names":false,"forecasts":false}' NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `expires_at` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `paused_at` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `passphrase_mac` text;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `view_cap` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `opens` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `last_opened_at` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `since` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `notices` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `views` ADD `head_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `views` ADD `signature` text;--> statement-breakpoint
ALTER TABLE `views` ADD `signing_key` text;--> statement-breakpoint
ALTER TABLE `views` ADD `signed_at` integer;