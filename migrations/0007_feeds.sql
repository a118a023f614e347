ALTER TABLE `snapshots` ADD `feeds` integer DEFAULT 0 NOT NULL;
