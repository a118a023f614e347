/** A stand-in for the database keeps standing in when a request opens a session on it. */
export function standingIn(d1: D1Database): D1Database {
  const own: D1Database = new Proxy(d1, {
    get(target, property) {
      if (property === "withSession") return () => own;
      const member: unknown = Reflect.get(target, property);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  return own;
}
