import * as v from "valibot";
import { Since, ViewSignature } from "../answers/links";
import { View } from "../answers/view";
import { answer, file, UNCHANGED, type ApiRoute } from "./route";

const links = "Shared links";
const link = "/s/:token";
const gone = [404, 410];
const page = (says: string) => file(says, "text/html");
const Ticket = v.object({ ticket: v.optional(v.string()) });

/** What a link shows: the token is all that decides. */
export const SHARED_ROUTES: ApiRoute[] = [
  {
    id: "openLink",
    method: "GET",
    path: link,
    who: "nobody",
    group: links,
    says: "A shared page; of a guarded link, a button before it.",
    answers: { 200: page("The page"), 304: UNCHANGED },
    refusals: gone,
  },
  {
    id: "pressLink",
    method: "POST",
    path: link,
    who: "nobody",
    group: links,
    says: "Presses the button of a guarded link.",
    body: { bytes: 2000, form: v.object({ passphrase: v.optional(v.string()) }) },
    answers: { 200: page("The page"), 303: { says: "Nothing guards it any more" } },
    refusals: [...gone, 403, 429],
  },
  {
    id: "sharedView",
    method: "GET",
    path: `${link}/view.json`,
    who: "nobody",
    group: links,
    says: "The bytes of the view.",
    query: Ticket,
    answers: { 200: answer("The view", View), 304: UNCHANGED },
    refusals: gone,
  },
  {
    id: "sharedSignature",
    method: "GET",
    path: `${link}/view.sig`,
    who: "nobody",
    group: links,
    says: "Hash, signature and key of a frozen view.",
    query: Ticket,
    answers: { 200: answer("The signature", ViewSignature), 304: UNCHANGED },
    refusals: gone,
  },
  {
    id: "sharedEvents",
    method: "GET",
    path: `${link}/events.csv`,
    who: "nobody",
    group: links,
    says: "The events behind the page, with the fields that go along.",
    query: Ticket,
    answers: { 200: file("The events", "text/csv"), 304: UNCHANGED },
    refusals: gone,
  },
  {
    id: "sharedFeed",
    method: "GET",
    path: `${link}/feed.atom`,
    who: "nobody",
    group: links,
    says: "Changes of the verdict and the note on a live page, where its maker lets readers follow it.",
    answers: { 200: file("The feed", "application/atom+xml"), 304: UNCHANGED },
    refusals: gone,
  },
  {
    id: "sharedCalendar",
    method: "GET",
    path: `${link}/deadlines.ics`,
    who: "nobody",
    group: links,
    says: "Deadlines of the claims and horizons on a live page, where its maker lets readers follow it.",
    answers: { 200: file("The calendar", "text/calendar"), 304: UNCHANGED },
    refusals: gone,
  },
  {
    id: "sharedSince",
    method: "GET",
    path: `${link}/since.json`,
    who: "nobody",
    group: links,
    says: "What happened since the page was frozen, where its maker lets readers see it.",
    query: Ticket,
    answers: { 200: answer("What changed", Since), 304: UNCHANGED },
    refusals: gone,
  },
  {
    id: "embedLink",
    method: "GET",
    path: `${link}/embed`,
    who: "nobody",
    group: links,
    says: "A small page that other sites may frame.",
    answers: { 200: page("The page"), 304: UNCHANGED },
    refusals: gone,
  },
  {
    id: "sharedImage",
    method: "GET",
    path: `${link}/preview.png`,
    who: "nobody",
    group: links,
    says: "The image of a frozen view that messengers show.",
    answers: { 200: file("The image", "image/png"), 304: UNCHANGED },
    refusals: gone,
  },
];
