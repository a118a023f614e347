CREATE TABLE `events` (
	`scenario` text NOT NULL,
	`ref` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`who` text NOT NULL,
	`date` text NOT NULL,
	`month` text NOT NULL,
	`indicator` text NOT NULL,
	`code` text,
	`state` text,
	`title` text NOT NULL,
	`score10` integer,
	`score_reason` text NOT NULL,
	`effective10` integer NOT NULL,
	`weight100` integer NOT NULL,
	`size` real NOT NULL,
	`amount_cents` integer,
	`amount_scope` text,
	`project` text NOT NULL,
	`planned_for` text,
	`actors` text NOT NULL,
	`location` text NOT NULL,
	`source_title` text NOT NULL,
	`source_url` text NOT NULL,
	`source_published` text,
	`source_reliability` text NOT NULL,
	`info_credibility` integer NOT NULL,
	`notes` text NOT NULL,
	`follows` text,
	`client_id` text,
	PRIMARY KEY(`scenario`, `ref`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `events_date` ON `events` (`scenario`,`date`,`ref`);--> statement-breakpoint
CREATE INDEX `events_indicator` ON `events` (`scenario`,`indicator`,`date`,`ref`);--> statement-breakpoint
CREATE INDEX `events_size` ON `events` (`scenario`,`month`,`size`) WHERE status = 'active' and size > 0;--> statement-breakpoint
CREATE INDEX `events_state` ON `events` (`scenario`,`revision`,`ordinal`) WHERE status = 'active' and state is not null;--> statement-breakpoint
CREATE INDEX `events_amount` ON `events` (`scenario`,`date`) WHERE status = 'active' and amount_cents is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `events_client` ON `events` (`scenario`,`client_id`) WHERE client_id is not null;--> statement-breakpoint
CREATE TABLE `month_codes` (
	`scenario` text NOT NULL,
	`indicator` text NOT NULL,
	`code` text NOT NULL,
	`month` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`scenario`, `indicator`, `code`, `month`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `month_points` (
	`scenario` text NOT NULL,
	`indicator` text NOT NULL,
	`month` text NOT NULL,
	`n` integer NOT NULL,
	`n_scored` integer NOT NULL,
	`sum_ws` integer NOT NULL,
	`sum_s` integer NOT NULL,
	`sum_w_sign` integer NOT NULL,
	`sum_w_abs` integer NOT NULL,
	`sum_abs` integer NOT NULL,
	`sum_w` integer NOT NULL,
	`sum_var` integer NOT NULL,
	PRIMARY KEY(`scenario`, `indicator`, `month`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `attestations` (
	`scenario` text NOT NULL,
	`month` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`note` text NOT NULL,
	`inferred` integer NOT NULL,
	PRIMARY KEY(`scenario`, `month`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `commits` (
	`scenario` text NOT NULL,
	`revision` integer NOT NULL,
	`who` text NOT NULL,
	`at` integer NOT NULL,
	`reason` text NOT NULL,
	`entry_count` integer NOT NULL,
	`recorded` integer NOT NULL,
	`corrected` integer NOT NULL,
	`retracted` integer NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`scenario`, `revision`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `entries` (
	`scenario` text NOT NULL,
	`revision` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`op` text NOT NULL,
	`payload` text NOT NULL,
	`texts` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`scenario`, `revision`, `ordinal`)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_subject` ON `entries` (`scenario`,`kind`,`subject`,`version`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`scenario` text NOT NULL,
	`proposition` text NOT NULL,
	`event` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`likelihood_ratio` text NOT NULL,
	`cluster` text,
	`rival_explanation` text NOT NULL,
	PRIMARY KEY(`scenario`, `proposition`, `event`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `evidence_event` ON `evidence` (`scenario`,`event`);--> statement-breakpoint
CREATE TABLE `propositions` (
	`scenario` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`content` text NOT NULL,
	`outcome` text,
	`outcome_version` integer NOT NULL,
	PRIMARY KEY(`scenario`, `id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `scenarios` (
	`slug` text PRIMARY KEY NOT NULL,
	`registration` text NOT NULL,
	`version` integer NOT NULL,
	`head_revision` integer NOT NULL,
	`head_hash` text NOT NULL,
	`ref_prefix` text,
	`next_ref` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `access_keys` (
	`hash` text PRIMARY KEY NOT NULL,
	`analyst` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `analysts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `analysts_name` ON `analysts` (`name`,`role`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`analyst` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sign_in_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`analyst` text NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`scenario` text NOT NULL,
	`token_hash` text NOT NULL,
	`view_hash` text NOT NULL,
	`revision` integer NOT NULL,
	`as_of` text NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_token` ON `snapshots` (`token_hash`);--> statement-breakpoint
CREATE INDEX `snapshots_scenario` ON `snapshots` (`scenario`,`created_at`);--> statement-breakpoint
CREATE INDEX `snapshots_view` ON `snapshots` (`view_hash`);--> statement-breakpoint
CREATE TABLE `view_cache` (
	`scenario` text NOT NULL,
	`question` text NOT NULL,
	`head` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`scenario`, `question`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `view_files` (
	`view_hash` text NOT NULL,
	`part` integer NOT NULL,
	`body` blob NOT NULL,
	PRIMARY KEY(`view_hash`, `part`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `views` (
	`hash` text PRIMARY KEY NOT NULL,
	`scenario` text NOT NULL,
	`revision` integer NOT NULL,
	`as_of` text NOT NULL,
	`body` blob NOT NULL,
	`kept` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `views_loose` ON `views` (`scenario`,`revision`) WHERE kept = 0;