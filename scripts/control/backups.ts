/** Backups of the local database and restores into it, as the API has them for deployed instances. */
import { Hono } from "hono";
import { checkBackup } from "../../worker/actions/check-backup";
import { pageBackup } from "../../worker/actions/page-backup";
import { beginRestore, finishRestore, restoreLines } from "../../worker/actions/restore-backup";
import { cursorText, readCursor } from "../../worker/contract/backup-requests";
import { openDatabase } from "../../worker/store/database";
import type { ControlEnv } from "./env";

export const backups = new Hono<{ Bindings: ControlEnv; Variables: { now: number } }>()
  .post("/backup", async (c) => {
    const { after, compare } = await c.req.json<{ after: string | null; compare: boolean }>();
    const asked = { after: readCursor(after), compare, secret: c.env.LINK_SECRET };
    const { lines, next } = await pageBackup(openDatabase(c.env.DB), c.get("now"), asked);
    return c.json({ lines, next: cursorText(next) });
  })
  .post("/backup/check", async (c) => {
    const { previous, line } = await c.req.json<{ previous: string; line: string }>();
    return c.json({ mac: await checkBackup(c.env.LINK_SECRET, previous, line) });
  })
  .post("/restore/begin", async (c) => {
    const { id, header } = await c.req.json<{ id: string; header: string }>();
    return c.json(await beginRestore(openDatabase(c.env.DB), c.get("now"), id, header));
  })
  .post("/restore/lines", async (c) => {
    const { id, from, lines } = await c.req.json<{ id: string; from: number; lines: string[] }>();
    return c.json(await restoreLines(openDatabase(c.env.DB), id, from, lines));
  })
  .post("/restore/finish", async (c) => {
    const { id } = await c.req.json<{ id: string }>();
    return c.json(await finishRestore(openDatabase(c.env.DB), id, c.get("now")));
  });
