import {
  AttestationsAnswer,
  AttestedAnswer,
  ClosedMonth,
  Note,
  NotesAnswer,
  SaidCorrected,
  SettleAnswer,
} from "../answers/months";
import { RevisionAnswer } from "../answers/parts";
import { FileProblem } from "../answers/problems";
import { CloseMonthInput, NoteInput } from "../discussion-requests";
import { AttestationInput, ReasonInput, SettleQuery } from "../requests";
import { answer, type ApiRoute } from "./route";

const group = "Months";
const root = "/api/v1/scenarios/:slug";
const taking = { json: ReasonInput, example: { reason: "The wrong month" } };

export const MONTH_ROUTES: ApiRoute[] = [
  {
    id: "listAttestations",
    method: "GET",
    path: `${root}/attestations`,
    who: "viewer",
    group,
    says: "Who looked at which month, when and where.",
    answers: { 200: answer("By month", AttestationsAnswer) },
  },
  {
    id: "attestMonths",
    method: "POST",
    path: `${root}/attestations`,
    who: "analyst",
    group,
    says: '"I looked at this month": one month, or a file of many.',
    body: {
      bytes: 200_000,
      json: AttestationInput,
      csv: "A file with the columns month and note",
      example: { month: "2025-10", note: "Both ministries' pages and three papers" },
    },
    answers: { 201: answer("How many months are new or changed", AttestedAnswer) },
    refusals: [409, 503],
    problems: { 422: FileProblem },
  },
  {
    id: "withdrawAttestation",
    method: "DELETE",
    path: `${root}/attestations/:month`,
    who: "analyst",
    group,
    says: "Takes an attestation back, with a reason.",
    body: { bytes: 200_000, ...taking },
    answers: { 200: answer("The new head", RevisionAnswer) },
    refusals: [409, 503],
  },
  {
    id: "listNotes",
    method: "GET",
    path: `${root}/notes`,
    who: "viewer",
    group,
    says: "The analysts' notes of the months.",
    answers: { 200: answer("Newest month first", NotesAnswer) },
  },
  {
    id: "writeNote",
    method: "POST",
    path: `${root}/notes`,
    who: "analyst",
    group,
    says: "Writes the note of a month; another text is a new version.",
    body: { bytes: 50_000, json: NoteInput, example: { month: "2025-10", text: "A quiet month." } },
    answers: { 200: answer("The note, which says the same already", Note), 201: answer("The note", Note) },
    refusals: [409, 503],
  },
  {
    id: "withdrawNote",
    method: "DELETE",
    path: `${root}/notes/:month`,
    who: "analyst",
    group,
    says: "Takes a note back, with a reason; a month that it closed is open again.",
    body: { bytes: 50_000, ...taking },
    answers: { 200: answer("The new head", RevisionAnswer) },
    refusals: [409, 503],
  },
  {
    id: "settleMonths",
    method: "POST",
    path: `${root}/settle`,
    who: "viewer",
    group,
    says: "Goes on with verdicts that are being recalculated, by one block of month-ends; changes nothing that anybody said.",
    query: SettleQuery,
    answers: { 200: answer("How far they are", SettleAnswer) },
  },
  {
    id: "closeMonth",
    method: "POST",
    path: `${root}/close-month`,
    who: "analyst",
    group,
    says: "Closes a month that is over: where one looked, the note, and a link to the frozen month-end.",
    body: {
      bytes: 50_000,
      json: CloseMonthInput,
      example: { month: "2025-10", looked: "Three papers", text: "A quiet month." },
    },
    answers: { 201: answer("The note and the link", ClosedMonth) },
    refusals: [409, 429, 503],
  },
  {
    id: "correctSaidMonth",
    method: "POST",
    path: `${root}/said-months/:month/correct`,
    who: "owner",
    group,
    says: "Puts a wrong record of what was said at a month's end right, with a reason.",
    body: { bytes: 50_000, json: ReasonInput, example: { reason: "Recorded while the server's clock was ahead" } },
    answers: { 200: answer("The new head, and the record before and after", SaidCorrected) },
    refusals: [409, 503],
  },
];
