import { StatusAnswer } from "../answers/status";
import { answer, type ApiRoute } from "./route";

export const STATUS_ROUTES: ApiRoute[] = [
  {
    id: "readStatus",
    method: "GET",
    path: "/api/v1/status",
    who: "owner",
    group: "Status",
    says: "How this instance stands: version, ledger heads, last backup, database, usage, links and waiting work.",
    answers: { 200: answer("The status", StatusAnswer) },
  },
];
