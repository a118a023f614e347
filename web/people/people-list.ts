/** Everybody who has or had access, each in a card that is drawn anew after what is done with it. */
import type { Invited } from "../../worker/contract/people-types";
import { messagePlace } from "../forms/page-parts";
import { asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { loadKeys, loadPeople, loadSessions } from "./calls";
import { invitation } from "./invite-form";
import { drawPerson, type PersonData } from "./person-card";

async function loadAll(): Promise<PersonData[]> {
  const [people, keys, sessions] = await Promise.all([loadPeople(), loadKeys(), loadSessions()]);
  return people.map((person) => ({
    person,
    keys: keys.filter((key) => key.person === person.id),
    sessions: sessions.filter((session) => session.person === person.id),
  }));
}

export interface PeopleList {
  element: HTMLElement;
  load: () => Promise<void>;
  /** Somebody was invited: they stand in the list, the address beside them. */
  add: (invited: Invited) => Promise<void>;
}

export function peopleList(): PeopleList {
  const message = messagePlace();
  const list = h("ul", { class: "plain stack" });
  const alone = h("p", { class: "empty", hidden: true }, "You are the only one here. Invite somebody above.");
  const items = new Map<string, HTMLLIElement>();

  const draw = (data: PersonData, below?: HTMLElement | string): HTMLLIElement => {
    const item = items.get(data.person.id) ?? h("li", { class: "card stack tight person" });
    items.set(data.person.id, item);
    drawPerson(item, data, (next) => refresh(data.person.id, next), below);
    return item;
  };
  const failed = (error: unknown): void => message.show("danger", asProblem(error).detail);
  /** Asks anew and draws one card: what is typed in another stays. */
  const refresh = async (id: string, below: HTMLElement | string): Promise<void> => {
    try {
      const found = (await loadAll()).find(({ person }) => person.id === id);
      if (found) draw(found, below);
    } catch (error) {
      failed(error);
      // What can be seen only once must not be lost with it.
      if (typeof below !== "string") items.get(id)?.append(below);
    }
  };

  return {
    element: h("div", { class: "stack" }, message.element, alone, list),
    async load() {
      try {
        const all = await loadAll();
        list.replaceChildren(...all.map((data) => draw(data)));
        alone.hidden = all.length > 1;
      } catch (error) {
        failed(error);
      }
    },
    async add(invited) {
      try {
        const all = await loadAll();
        const made = all.find(({ person }) => person.id === invited.person.id);
        if (!made) return;
        alone.hidden = true;
        const item = draw(made);
        list.prepend(item);
        drawPerson(item, made, (next) => refresh(made.person.id, next), invitation(invited));
      } catch (error) {
        failed(error);
      }
    },
  };
}
