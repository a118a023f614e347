/** The schemas that the API's description names; all others stand where they are used. */
import type { GenericSchema } from "valibot";
import { AddedClaim, ClaimAnswer, ForecastAnswer, ForecastersAnswer } from "../answers/claims";
import { BackupPageAnswer, RestoreAnswer } from "../answers/backups";
import * as events from "../answers/events";
import { ImportReport, Messages, OpenedImport, PartReport, StagedReport } from "../answers/imports";
import * as links from "../answers/links";
import * as months from "../answers/months";
import { RevisionAnswer } from "../answers/parts";
import * as people from "../answers/people";
import { FileProblem, ImportConflict, ImportProblem, LinkConflict, Problem, StaleProblem } from "../answers/problems";
import * as scenarios from "../answers/scenarios";
import { View } from "../answers/view";
import * as webhooks from "../answers/webhooks";
import { ViewProposition } from "../answers/view-claims";
import { ViewVerdict } from "../answers/view-verdicts";
import { BackupInput, RestoreInput, RestoreLinesInput } from "../backup-requests";
import { CloseMonthInput, CommentInput, NoteInput, ReviewInput } from "../discussion-requests";
import { StagedImportInput } from "../import-requests";
import { LinkChangeInput } from "../link-requests";
import { InviteInput, KeyInput, PersonChangeInput } from "../people-requests";
import { RedactionInput, StatementRedactionInput } from "../redaction-requests";
import * as requests from "../requests";
import { ScenarioFile } from "../scenario-schema";
import { SnapshotInput } from "../snapshot-requests";
import { UndoInput } from "../undo-requests";
import { WebhookInput } from "../webhook-requests";
import { CorrectionBody, EventBody, ImportBody, PartBody, ReportBody } from "./event-bodies";

const { MODES: _modes, Weights: _weights, Registration: _registration, ...scenarioAnswers } = scenarios;
const { AttestationInput, EvidenceInput, ForecastInput, PropositionInput, ReasonInput, ResolutionInput } = requests;

export const COMPONENTS: Readonly<Record<string, GenericSchema>> = {
  ...scenarioAnswers,
  ...events,
  ...links,
  ...months,
  ...people,
  ...webhooks,
  BackupPageAnswer,
  RestoreAnswer,
  BackupInput,
  RestoreInput,
  RestoreLinesInput,
  AddedClaim,
  ClaimAnswer,
  ForecastAnswer,
  ForecastersAnswer,
  ImportReport,
  Messages,
  OpenedImport,
  PartReport,
  StagedReport,
  RevisionAnswer,
  View,
  ViewProposition,
  ViewVerdict,
  Problem,
  StaleProblem,
  ImportProblem,
  ImportConflict,
  LinkConflict,
  FileProblem,
  ScenarioFile,
  EventBody,
  CorrectionBody,
  ReportBody,
  ImportBody,
  PartBody,
  CloseMonthInput,
  CommentInput,
  NoteInput,
  ReviewInput,
  StagedImportInput,
  LinkChangeInput,
  RedactionInput,
  StatementRedactionInput,
  SnapshotInput,
  UndoInput,
  WebhookInput,
  InviteInput,
  KeyInput,
  PersonChangeInput,
  AttestationInput,
  EvidenceInput,
  ForecastInput,
  PropositionInput,
  ReasonInput,
  ResolutionInput,
  WithdrawalInput: requests.WithdrawalInput,
};
