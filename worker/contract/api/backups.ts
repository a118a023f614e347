import { BackupPageAnswer, MacAnswer, RestoreAnswer } from "../answers/backups";
import { BackupInput, MacInput, RESTORE_BYTES, RestoreInput, RestoreLinesInput } from "../backup-requests";
import { answer, type ApiRoute } from "./route";

const group = "Backups";
const id = "0".repeat(64);
const answers = { 200: answer("How far it is", RestoreAnswer) };

export const BACKUP_ROUTES: ApiRoute[] = [
  {
    id: "readBackup",
    method: "POST",
    path: "/api/v1/backup",
    who: "owner",
    group,
    says: "A page of a backup: lines for a file that `npm run restore` reads.",
    body: { bytes: 4_000_000, json: BackupInput, example: { after: null } },
    answers: { 200: answer("Some lines, and where the next page begins", BackupPageAnswer) },
    refusals: [409],
  },
  {
    id: "checkBackup",
    method: "POST",
    path: "/api/v1/backup/check",
    who: "owner",
    group,
    says: "Whether this instance wrote a backup: its last line, and the check sum of the line before it.",
    body: { bytes: 100_000, json: MacInput, example: { previous: id, line: '{"n":2,"end":{}}' } },
    answers: { 200: answer("What its MAC says", MacAnswer) },
  },
  {
    id: "beginRestore",
    method: "POST",
    path: "/api/v1/restores",
    who: "owner",
    group,
    says: "Begins to restore a backup into an empty instance, or says where an interrupted restore of it stopped.",
    body: { bytes: 1_000_000, json: RestoreInput, example: { id, header: '{"n":1,"header":{}}' } },
    answers,
    refusals: [409],
  },
  {
    id: "restoreLines",
    method: "POST",
    path: "/api/v1/restores/:id/lines",
    who: "owner",
    group,
    says: "Takes the next lines of the file in, all or none.",
    body: {
      bytes: RESTORE_BYTES,
      json: RestoreLinesInput,
      example: { from: 2, lines: ['{"n":2,"table":"analysts"}'] },
    },
    answers,
    refusals: [409],
  },
  {
    id: "finishRestore",
    method: "POST",
    path: "/api/v1/restores/:id/finish",
    who: "owner",
    group,
    says: "After the last line: writes everything that the ledgers give. Safe to repeat.",
    answers,
    refusals: [409],
  },
];
