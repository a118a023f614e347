import { AddedClaim, ClaimAnswer, ForecastAnswer, ForecastersAnswer } from "../answers/claims";
import { RevisionAnswer } from "../answers/parts";
import { EvidenceInput, ForecastInput, PropositionInput, ReasonInput, ResolutionInput } from "../requests";
import { answer, type ApiRoute } from "./route";

const group = "Claims";
const root = "/api/v1/scenarios/:slug/propositions";
const bytes = 50_000;
const taking = { bytes, json: ReasonInput, example: { reason: "The wrong claim" } };
const refusals = [409, 503];

export const CLAIM_ROUTES: ApiRoute[] = [
  {
    id: "addClaim",
    method: "POST",
    path: root,
    who: "analyst",
    group,
    says: "Adds a claim, marked as added after registration.",
    body: {
      bytes,
      json: PropositionInput,
      example: {
        question: "Will the pipeline be signed by the end of 2031?",
        criteria: "Both governments say that they signed.",
        type: "by",
        deadline: "2031-12-31",
      },
    },
    answers: { 201: answer("Its id", AddedClaim) },
    refusals,
  },
  {
    id: "readClaim",
    method: "GET",
    path: `${root}/:id`,
    who: "viewer",
    group,
    says: "A claim with its probability, evidence, forecasts, scores and history.",
    answers: { 200: answer("The claim as of today", ClaimAnswer) },
  },
  {
    id: "rateEvidence",
    method: "POST",
    path: `${root}/:id/evidence`,
    who: "analyst",
    group,
    says: "Rates an event as evidence; rating it again corrects the first.",
    body: {
      bytes,
      json: EvidenceInput,
      example: { event: "PKRU-0043", likelihoodRatio: "2", rivalExplanation: "A routine visit" },
    },
    answers: { 201: answer("The new head", RevisionAnswer) },
    refusals,
  },
  {
    id: "removeEvidence",
    method: "DELETE",
    path: `${root}/:id/evidence/:event`,
    who: "analyst",
    group,
    says: "Takes a rating back, with a reason.",
    body: taking,
    answers: { 200: answer("The new head", RevisionAnswer) },
    refusals,
  },
  {
    id: "recordForecast",
    method: "POST",
    path: `${root}/:id/forecasts`,
    who: "analyst",
    group,
    says: "Records the caller's probability as of now.",
    body: { bytes, json: ForecastInput, example: { probability: 0.4 } },
    answers: { 201: answer("The forecast", ForecastAnswer) },
    refusals,
  },
  {
    id: "resolveClaim",
    method: "POST",
    path: `${root}/:id/resolution`,
    who: "analyst",
    group,
    says: "Says how a claim went.",
    body: {
      bytes,
      json: ResolutionInput,
      example: { result: "yes", on: "2025-10-03", sourceTitle: "The ministry's page" },
    },
    answers: { 200: answer("The new head", RevisionAnswer) },
    refusals,
  },
  {
    id: "reopenClaim",
    method: "DELETE",
    path: `${root}/:id/resolution`,
    who: "analyst",
    group,
    says: "Opens a settled claim again, with a reason.",
    body: taking,
    answers: { 200: answer("The new head", RevisionAnswer) },
    refusals,
  },
  {
    id: "listForecasters",
    method: "GET",
    path: "/api/v1/scenarios/:slug/forecasters",
    who: "viewer",
    group,
    says: "Mean scores (from five settled claims) and calibration (from twenty pairs) of each analyst.",
    answers: { 200: answer("Each analyst", ForecastersAnswer) },
  },
];
