CREATE TABLE `comments` (
	`scenario` text NOT NULL,
	`event` text NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`who` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`scenario`, `event`, `number`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `notes` (
	`scenario` text NOT NULL,
	`month` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`who` text NOT NULL,
	`text` text NOT NULL,
	`closes` integer NOT NULL,
	PRIMARY KEY(`scenario`, `month`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reports` (
	`scenario` text NOT NULL,
	`event` text NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`who` text NOT NULL,
	`source_title` text NOT NULL,
	`source_url` text NOT NULL,
	`source_published` text,
	`source_reliability` text NOT NULL,
	`info_credibility` integer NOT NULL,
	`quote` text NOT NULL,
	PRIMARY KEY(`scenario`, `event`, `number`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `review_counts` (
	`scenario` text PRIMARY KEY NOT NULL,
	`agreed` integer NOT NULL,
	`disputed` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reviews` (
	`scenario` text NOT NULL,
	`event` text NOT NULL,
	`analyst` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`event_version` integer NOT NULL,
	`judgement` text NOT NULL,
	`source_reliability` text NOT NULL,
	`info_credibility` integer NOT NULL,
	`blind` integer NOT NULL,
	`comment` text NOT NULL,
	PRIMARY KEY(`scenario`, `event`, `analyst`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `events` ADD `quote` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `site` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `review` text DEFAULT 'unreviewed' NOT NULL;--> statement-breakpoint
CREATE INDEX `events_code` ON `events` (`scenario`,`indicator`,`code`,`date`,`ref`);--> statement-breakpoint
CREATE INDEX `events_review` ON `events` (`scenario`,`review`,`date`,`ref`) WHERE status = 'active';--> statement-breakpoint
CREATE INDEX `events_site` ON `events` (`scenario`,`site`,`revision`) WHERE site <> '';--> statement-breakpoint
CREATE INDEX `events_url` ON `events` (`scenario`,`source_url`) WHERE source_url <> '';--> statement-breakpoint
CREATE INDEX `events_project` ON `events` (`scenario`,`project`) WHERE project <> '';--> statement-breakpoint
CREATE INDEX `events_follows` ON `events` (`scenario`,`follows`) WHERE follows is not null;--> statement-breakpoint
CREATE INDEX `events_planned` ON `events` (`scenario`,`planned_for`) WHERE status = 'active' and planned_for is not null;--> statement-breakpoint
ALTER TABLE `views` ADD `earlier_hashes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `commits_who` ON `commits` (`scenario`,`who`,`revision`);
--> statement-breakpoint
-- The site of each address, as `siteOf` in worker/core/sites.ts reads it: what stands between // and the next / ? or #.
UPDATE `events` SET `site` = (
  WITH u(rest) AS (SELECT replace(replace(replace(lower(substr(`source_url`, instr(`source_url`, '//') + 2)), '?', '/'), '#', '/'), '\', '/')),
  h(host) AS (SELECT CASE instr(rest, '/') WHEN 0 THEN rest ELSE substr(rest, 1, instr(rest, '/') - 1) END FROM u)
  SELECT CASE WHEN substr(host, 1, 4) = 'www.' THEN substr(host, 5) ELSE host END FROM h
) WHERE `source_url` <> '';
--> statement-breakpoint
INSERT INTO `review_counts` (`scenario`, `agreed`, `disputed`) SELECT `slug`, 0, 0 FROM `scenarios`;
--> statement-breakpoint
-- Stored answers know nothing of reviews and notes yet: views are drawn up anew. Frozen ones stay.
DELETE FROM `view_cache`;
