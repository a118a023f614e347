import {
  AccessKey,
  EndedSessions,
  Invited,
  KeysAnswer,
  MadeKey,
  PeopleAnswer,
  Person,
  SessionsAnswer,
} from "../answers/people";
import { InviteInput, KeyInput, PersonChangeInput } from "../people-requests";
import { answer, type ApiRoute } from "./route";

const group = "People";
const people = "/api/v1/people";
const keys = "/api/v1/keys";
const sessions = "/api/v1/sessions";
const bytes = 10_000;

export const PEOPLE_ROUTES: ApiRoute[] = [
  {
    id: "listPeople",
    method: "GET",
    path: people,
    who: "owner",
    group,
    says: "Everybody who has or had access.",
    answers: { 200: answer("People", PeopleAnswer) },
  },
  {
    id: "invitePerson",
    method: "POST",
    path: people,
    who: "owner",
    group,
    says: "Makes a person and an invitation; its address is shown this once.",
    body: { bytes, json: InviteInput, example: { name: "Amina Khan", role: "analyst" } },
    answers: { 201: answer("The person and the address", Invited) },
    refusals: [409],
  },
  {
    id: "changePerson",
    method: "PATCH",
    path: `${people}/:id`,
    who: "owner",
    group,
    says: "Changes a person's name, role or e-mail address, or disables them; their name stays on what they wrote.",
    body: { bytes, json: PersonChangeInput, example: { role: "viewer" } },
    answers: { 200: answer("The person", Person) },
    refusals: [409],
  },
  {
    id: "invitePersonAgain",
    method: "POST",
    path: `${people}/:id/invite`,
    who: "owner",
    group,
    says: "Makes a new invitation for a person and ends the ones before.",
    answers: { 201: answer("The person and the address", Invited) },
    refusals: [409],
  },
  {
    id: "listKeys",
    method: "GET",
    path: keys,
    who: "viewer",
    group,
    says: "The caller's access keys; an owner sees everybody's.",
    answers: { 200: answer("Keys, without what they open", KeysAnswer) },
  },
  {
    id: "makeKey",
    method: "POST",
    path: keys,
    who: "analyst",
    group,
    says: "Makes an access key, shown this once; an owner also for somebody else.",
    body: { bytes, json: KeyInput, example: { label: "Import script" } },
    answers: { 201: answer("The key", MadeKey) },
    refusals: [404, 409],
  },
  {
    id: "revokeKey",
    method: "DELETE",
    path: `${keys}/:id`,
    who: "viewer",
    group,
    says: "Revokes an access key at once; an owner anybody's.",
    answers: { 200: answer("The key", AccessKey) },
    refusals: [409],
  },
  {
    id: "listSessions",
    method: "GET",
    path: sessions,
    who: "viewer",
    group,
    says: "The caller's sessions; an owner sees everybody's.",
    answers: { 200: answer("Sessions", SessionsAnswer) },
  },
  {
    id: "endOtherSessions",
    method: "DELETE",
    path: sessions,
    who: "viewer",
    group,
    says: "Ends all sessions of the caller but the one that asks.",
    answers: { 200: answer("How many ended", EndedSessions) },
  },
  {
    id: "endSession",
    method: "DELETE",
    path: `${sessions}/:id`,
    who: "viewer",
    group,
    says: "Ends a session at once; an owner anybody's.",
    answers: { 200: answer("How many ended", EndedSessions) },
  },
];
