/** Stands around the built worker and answers with what each request cost in rows, with what came after its reply. */
// Built by `npm run build`, and put beside this file when it is served.
import signpost from "./index.js";

export default {
  async fetch(request, env) {
    const rows = { read: 0, written: 0 };
    const later = [];
    const context = { waitUntil: (work) => void later.push(work), passThroughOnException: () => {}, props: {} };
    const response = await signpost.fetch(request, { ...env, DB: counted(env.DB, rows) }, context);
    await response.arrayBuffer();
    await Promise.all(later);
    return Response.json({ status: response.status, rows });
  },
};

/** The database, or a session of it, adding to `rows` what each batch cost. */
function counted(d1, rows) {
  const members = {
    batch: async (statements) => {
      const results = await d1.batch(statements);
      for (const { meta } of results) {
        rows.read += meta.rows_read;
        rows.written += meta.rows_written;
      }
      return results;
    },
    withSession: (start) => counted(d1.withSession(start), rows),
  };
  return new Proxy(d1, {
    get(target, name) {
      const member = members[name] ?? target[name];
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}
