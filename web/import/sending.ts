/** The two ways of a file to the server: whole in one request, or in parts that can be taken up where they stopped. */
import { api, ApiProblem } from "../lib/api";
import type { ImportReport } from "../../worker/contract/import-report";
import type { Decisions } from "../forms/import-step";
import { SEND_ROWS, type Prepared, type Source } from "./source";

export interface Sending {
  /** Lets the server check all rows; false if stopped before. After a failure it goes on from the rows that failed. */
  check(onProgress: (rows: number) => void, stopped: () => boolean): Promise<boolean>;
  /** Says whether the dates are right; rows that were checked in parts are checked again. */
  confirmDates(right: boolean): void;
  /** How many rows are checked. */
  checked(): number;
  report(decisions: Decisions): Promise<ImportReport>;
  commit(decisions: Decisions): Promise<ImportReport>;
  /** The next check begins with the first row again; in a new import if the server has none any more. */
  restart(isForgotten: boolean): void;
  /** Gives up what the server keeps of it. */
  discard(): void;
}

function queryOf({ acceptCorrections, onlyValid }: Decisions): string {
  const query = new URLSearchParams();
  if (acceptCorrections) query.set("acceptCorrections", "1");
  if (onlyValid) query.set("onlyValid", "1");
  return query.toString();
}

/** The report where an earlier request got through and only its answer was lost; else throws the error on. */
function savedBefore(error: unknown, last: ImportReport | null): ImportReport {
  const revision = error instanceof ApiProblem && error.status === 409 ? error.body["revision"] : undefined;
  if (typeof revision !== "number" || last === null) throw error;
  return { ...last, revision };
}

export function sendWhole(scenario: string, { bytes }: Source): Sending {
  // A commit whose answer was lost, and that is sent again, is not done twice.
  const clientId = crypto.randomUUID();
  let last: ImportReport | null = null;
  const post = (query: string) =>
    api<ImportReport>("POST", `${scenario}/import?${query}`, { body: bytes, type: "text/csv" });
  let dates = "";
  const nothing = (): void => {};
  return {
    check: async () => true,
    confirmDates(right) {
      dates = right ? "confirmDate=1&" : "";
    },
    checked: () => 0,
    report: async (decisions) => (last = await post(`dryRun=1&${dates}${queryOf(decisions)}`)),
    commit: (decisions) =>
      post(`clientId=${clientId}&${dates}${queryOf(decisions)}`).catch((error: unknown) => savedBefore(error, last)),
    restart: nothing,
    discard: nothing,
  };
}

export function sendInParts(scenario: string, { name }: Source, { rows, refs, messages }: Prepared): Sending {
  let id: string | null = null;
  let sent = 0;
  let dates = "";
  let last: ImportReport | null = null;
  const path = () => `${scenario}/imports/${id ?? ""}`;
  /** What is said of the file itself, which the server has not seen, comes first. */
  const whole = (report: ImportReport): ImportReport => ({ ...report, messages: [...messages, ...report.messages] });

  return {
    async check(onProgress, stopped) {
      id ??= (await api<{ id: string }>("POST", `${scenario}/imports`, { body: { name, naming: "column", refs } })).id;
      for (; sent < rows.length && !stopped(); sent += SEND_ROWS) {
        const part = { part: sent / SEND_ROWS, rows: rows.slice(sent, sent + SEND_ROWS) };
        await api("POST", `${path()}/parts${dates}`, { body: part });
        onProgress(Math.min(sent + SEND_ROWS, rows.length));
      }
      return sent >= rows.length;
    },
    confirmDates(right) {
      const asked = right ? "?confirmDate=1" : "";
      if (asked === dates) return;
      dates = asked;
      sent = 0;
    },
    checked: () => Math.min(sent, rows.length),
    async report(decisions) {
      last = whole(await api<ImportReport>("GET", `${path()}?${queryOf(decisions)}`));
      return last;
    },
    async commit(decisions) {
      const report = api<ImportReport>("POST", `${path()}/commit?${queryOf(decisions)}`).then(whole);
      return report.catch((error: unknown) => savedBefore(error, last));
    },
    restart(isForgotten) {
      sent = 0;
      if (isForgotten) id = null;
    },
    discard() {
      // Forgotten after a day anyway, so nobody needs to hear if this fails.
      // Sent even where the page is being left.
      const options = { method: "DELETE", keepalive: true, credentials: "same-origin" } as const;
      if (id !== null) void fetch(`/api/v1${path()}`, options).catch(() => {});
      id = null;
      sent = 0;
    },
  };
}

/** Whether the rows have to be checked anew: the log has changed since, or the server has forgotten them. */
export function mustRestart(error: ApiProblem): boolean {
  return error.status === 404 || (error.status === 409 && Array.isArray(error.body["changed"]));
}
