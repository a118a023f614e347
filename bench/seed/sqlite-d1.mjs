/**
 * As much of D1 as the worker's store uses, straight on a database file that nothing else has open.
 * @param {import("node:sqlite").DatabaseSync} sqlite
 */
export function d1On(sqlite) {
  const known = new Map();
  const prepared = (sql) => {
    const statement = known.get(sql) ?? sqlite.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
  return {
    prepare: (sql) => ({ sql, values: [], bind: (...values) => ({ sql, values }) }),
    async batch(statements) {
      return statements.map(({ sql, values }) => ({
        results: prepared(sql).all(...arranged(sql, values)),
        meta: { rows_read: 0, rows_written: 0 },
      }));
    },
  };
}

/** node:sqlite takes `?1` for a name. */
function arranged(sql, values) {
  if (!/\?\d/.test(sql)) return values;
  return [Object.fromEntries(values.map((value, index) => [`?${index + 1}`, value]))];
}
