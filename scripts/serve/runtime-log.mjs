const SQLITE = /workerd\/util\/sqlite.*dbErrorMessage\([^)]*\) = ([^;\n]+)/;

/**
 * A line of workerd's own. Of what its database cannot do it prints a C++ stack and tells the worker nothing: the database's
 * own words are all that anybody can use.
 * @param {{ level: string, message: string }} log
 */
export function sayOfRuntime({ level, message }) {
  const cause = SQLITE.exec(message)?.[1];
  if (cause !== undefined) return console.error(`The database says: ${cause}`);
  return level === "warn" || level === "error" ? console.error(message) : console.log(message);
}
