import { ImportReport, OpenedImport, PartReport, StagedReport } from "../answers/imports";
import { ImportConflict, ImportProblem } from "../answers/problems";
import { StagedImportInput, StagedImportQuery } from "../import-requests";
import { ConfirmQuery, ImportQuery } from "../requests";
import { EVENT_EXAMPLE, ImportBody, PartBody } from "./event-bodies";
import { answer, type ApiRoute } from "./route";

const group = "Imports";
const root = "/api/v1/scenarios/:slug";
const staged = `${root}/imports/:id`;

export const IMPORT_ROUTES: ApiRoute[] = [
  {
    id: "importEvents",
    method: "POST",
    path: `${root}/import`,
    who: "analyst",
    group,
    says: "Imports a file or a list of events as one commit; `dryRun=1` only reports.",
    query: ImportQuery,
    body: {
      bytes: 4_000_000,
      json: ImportBody,
      csv: "A file of events, as docs/import.md describes it",
      example: { events: [EVENT_EXAMPLE] },
    },
    answers: { 200: answer("How the rows fare", ImportReport) },
    refusals: [409, 503],
    problems: { 409: ImportConflict, 422: ImportProblem },
  },
  {
    id: "openImport",
    method: "POST",
    path: `${root}/imports`,
    who: "analyst",
    group,
    says: "Opens an import in parts.",
    body: { bytes: 100_000, json: StagedImportInput, example: { name: "events.csv", naming: "column" } },
    answers: { 201: answer("Its id", OpenedImport) },
    refusals: [409, 503],
  },
  {
    id: "sendPart",
    method: "POST",
    path: `${staged}/parts`,
    who: "analyst",
    group,
    says: "Checks and keeps the rows of one part.",
    query: ConfirmQuery,
    body: { bytes: 4_000_000, json: PartBody, example: { part: 0, rows: [{ line: 2, event: EVENT_EXAMPLE }] } },
    answers: { 200: answer("How the part's rows fare", PartReport) },
    refusals: [409, 503],
    problems: { 409: ImportConflict },
  },
  {
    id: "readImport",
    method: "GET",
    path: staged,
    who: "analyst",
    group,
    says: "The report on all parts so far; the caller's own imports only.",
    query: StagedImportQuery,
    answers: { 200: answer("How all rows fare", StagedReport) },
    refusals: [409],
    problems: { 409: ImportConflict },
  },
  {
    id: "commitImport",
    method: "POST",
    path: `${staged}/commit`,
    who: "analyst",
    group,
    says: "Writes all rows of an import in parts as one commit, or none.",
    query: StagedImportQuery,
    answers: { 200: answer("How the rows fared", ImportReport) },
    refusals: [409, 503],
    problems: { 409: ImportConflict, 422: ImportProblem },
  },
  {
    id: "discardImport",
    method: "DELETE",
    path: staged,
    who: "analyst",
    group,
    says: "Gives an import in parts up.",
    answers: { 204: { says: "It is gone" } },
    refusals: [409, 503],
    problems: { 409: ImportConflict },
  },
];
