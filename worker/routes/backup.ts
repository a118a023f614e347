import { Hono } from "hono";
import { checkBackup } from "../actions/check-backup";
import { pageBackup } from "../actions/page-backup";
import { beginRestore, finishRestore, restoreLines } from "../actions/restore-backup";
import {
  BackupInput,
  cursorText,
  MacInput,
  readCursor,
  RESTORE_BYTES,
  RestoreInput,
  RestoreLinesInput,
} from "../contract/backup-requests";
import { verdictLimit } from "../env";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";

const owning = requireRole("owner");

/** The whole instance in pages, for its owners. A POST: the last page notes that there is a backup. */
export const backup = new Hono<AppEnv>()
  .post("/", owning, limitBody(4_000_000), validate("json", BackupInput), async (c) => {
    const { after, compare } = c.req.valid("json");
    const asked = { after: readCursor(after), compare, secret: c.env.LINK_SECRET };
    const { lines, next } = await pageBackup(c.var.db, c.var.now, asked);
    return c.json({ lines, next: cursorText(next) });
  })
  .post("/check", owning, limitBody(100_000), validate("json", MacInput), async (c) => {
    const { previous, line } = c.req.valid("json");
    return c.json({ mac: await checkBackup(c.env.LINK_SECRET, previous, line) });
  });

/** An empty instance from a backup, line by line, for its owners. */
export const restores = new Hono<AppEnv>()
  .post("/", owning, limitBody(1_000_000), validate("json", RestoreInput), async (c) => {
    const { id, header } = c.req.valid("json");
    return c.json(await beginRestore(c.var.db, c.var.now, id, header));
  })
  .post("/:id/lines", owning, limitBody(RESTORE_BYTES), validate("json", RestoreLinesInput), async (c) => {
    const { from, lines } = c.req.valid("json");
    return c.json(await restoreLines(c.var.db, c.req.param("id"), from, lines));
  })
  .post("/:id/finish", owning, async (c) =>
    c.json(await finishRestore(c.var.db, c.req.param("id"), c.var.now, verdictLimit(c.env))),
  );
