import { ChangedLink, CorrectionsAnswer, Link, LinkPreview, LinksAnswer, MadeLink } from "../answers/links";
import { LinkConflict, LinkWaits } from "../answers/problems";
import { LinkChangeInput } from "../link-requests";
import { WithdrawalInput } from "../requests";
import { SnapshotInput } from "../snapshot-requests";
import { answer, type ApiRoute } from "./route";

const group = "Links";
const root = "/api/v1/scenarios/:slug";
const one = "/api/v1/snapshots/:id";
const bytes = 20_000;
const asked = { bytes, json: SnapshotInput, example: { title: "For the paper" } };

export const LINK_ROUTES: ApiRoute[] = [
  {
    id: "listLinks",
    method: "GET",
    path: `${root}/snapshots`,
    who: "viewer",
    group,
    says: "The links of a scenario.",
    answers: { 200: answer("Newest first", LinksAnswer) },
  },
  {
    id: "makeLink",
    method: "POST",
    path: `${root}/snapshots`,
    who: "analyst",
    group,
    says: "Makes a link; its address and passphrase are shown this once.",
    body: asked,
    answers: { 201: answer("The link", MadeLink) },
    refusals: [429],
    problems: { 409: LinkConflict, 503: LinkWaits },
  },
  {
    id: "previewNewLink",
    method: "POST",
    path: `${root}/snapshots/preview`,
    who: "analyst",
    group,
    says: "What a link made now would show; makes none.",
    body: asked,
    answers: { 200: answer("View and page", LinkPreview) },
    refusals: [409, 429],
    problems: { 503: LinkWaits },
  },
  {
    id: "listLinkCorrections",
    method: "GET",
    path: `${root}/corrections`,
    who: "viewer",
    group,
    says: "Events that were corrected, retracted or redacted after a frozen link took them along.",
    answers: { 200: answer("Newest first, at most 200", CorrectionsAnswer) },
  },
  {
    id: "readLink",
    method: "GET",
    path: one,
    who: "viewer",
    group,
    says: "One link.",
    answers: { 200: answer("The link", Link) },
  },
  {
    id: "previewLink",
    method: "GET",
    path: `${one}/preview`,
    who: "viewer",
    group,
    says: "What the readers of a link see; nothing is counted.",
    answers: { 200: answer("View and page", LinkPreview) },
  },
  {
    id: "changeLink",
    method: "PATCH",
    path: one,
    who: "analyst",
    group,
    says: "Changes a link, all or nothing; its maker, or an owner.",
    body: { bytes, json: LinkChangeInput, example: { paused: true } },
    answers: { 200: answer("The link, with a new passphrase where one was asked for", ChangedLink) },
    refusals: [409, 503],
  },
  {
    id: "rotateLink",
    method: "POST",
    path: `${one}/rotate`,
    who: "analyst",
    group,
    says: "Gives a link a new address, shown this once; the old one is dead at once.",
    answers: { 200: answer("The link", MadeLink) },
    refusals: [409, 429, 503],
  },
  {
    id: "shareAgain",
    method: "POST",
    path: `${one}/again`,
    who: "analyst",
    group,
    says: "Makes a second link to the same view; its maker, or an owner.",
    answers: { 201: answer("The second link", MadeLink) },
    refusals: [409, 429, 503],
  },
  {
    id: "withdrawLink",
    method: "DELETE",
    path: one,
    who: "analyst",
    group,
    says: "Withdraws a link at once and for good; readers see the reason.",
    body: { bytes, json: WithdrawalInput, optional: true, example: { reason: "A mistake in March" } },
    answers: { 200: answer("The link", Link) },
    refusals: [409, 503],
  },
];
