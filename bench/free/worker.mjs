/**
 * Does what one request of the free plan computes, in workerd and without the database: what that answered is recorded once
 * and given again, as the text that D1 sends, so that reading it is in the work.
 */
import { catchUpVerdicts } from "../../worker/actions/catch-up-verdicts";
import { getView } from "../../worker/actions/get-view";
import { openDatabase } from "../../worker/store/database";

/** What the database answered, by what it was asked. */
const answers = new Map();

export default {
  async fetch(request, env) {
    const { work, calls, slug, today, now, months } = await request.json();
    const works = {
      block: (db) => catchUpVerdicts(db, { slug, today }, months),
      view: async (db) => (await getView(db, { slug, today, now })).stored(),
    };
    if (answers.size === 0) for (const each of Object.values(works)) await each(openDatabase(recording(env.DB)));
    for (let call = 0; call < calls; call += 1) await works[work](openDatabase(replaying(env.DB)));
    return Response.json({});
  },
};

/** A statement that says what it asks. */
function statement(sql, real, values = []) {
  return {
    text: JSON.stringify([sql, values.map((value) => (typeof value === "string" ? value.length : String(value)))]),
    isRead: /^\s*(select|with\b(?![^]*\binsert\b))/i.test(sql),
    real,
    bind: (...next) => statement(sql, real.bind(...next), next),
  };
}

const NOTHING = { success: true, results: [], meta: { rows_read: 0, rows_written: 0, duration: 0, changes: 0 } };

function recording(d1) {
  return {
    prepare: (sql) => statement(sql, d1.prepare(sql)),
    batch: async (statements) => {
      // Nothing is written, so that each call finds what the first one found.
      const reads = statements.every(({ isRead }) => isRead);
      const results = reads ? await d1.batch(statements.map(({ real }) => real)) : statements.map(() => NOTHING);
      answers.set(statements.map(({ text }) => text).join("\n"), JSON.stringify(results));
      return results;
    },
  };
}

function replaying(d1) {
  return {
    prepare: (sql) => statement(sql, d1.prepare(sql)),
    batch: async (statements) => {
      const known = answers.get(statements.map(({ text }) => text).join("\n"));
      if (known === undefined) throw new Error(`Not recorded: ${statements[0]?.text}`);
      return JSON.parse(known);
    },
  };
}
