/** Everybody who has or had access, each in a card that is drawn anew after what is done with it. */
import type { ApiPerson, Invited } from "../../worker/contract/people-types";
import { messagePlace } from "../forms/page-parts";
import { asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";
import { loadKeys, loadPeople, loadSessions } from "./calls";
import { invitation } from "./invite-form";
import { drawPerson, type PersonData } from "./person-card";
import { isAbout } from "./words";

/** From so many people on somebody is found by name faster than by eye. */
const FIND_FROM = 7;

async function loadAll(): Promise<PersonData[]> {
  const [people, keys, sessions] = await Promise.all([loadPeople(), loadKeys(), loadSessions()]);
  // One's own card is the one that is known: it comes first, and the others in the server's order.
  const ordered = [...people.filter(({ me }) => me), ...people.filter(({ me }) => !me)];
  return ordered.map((person) => ({
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
  const people = new Map<string, ApiPerson>();
  const found = h("p", { class: "small muted", role: "status" });
  const words = h("input", { type: "search", id: "find-person", autocomplete: "off", oninput: () => find() });
  const finder = h(
    "div",
    { class: "field", hidden: true },
    h("label", { for: "find-person" }, "Find somebody"),
    words,
    found,
  );
  const find = (): void => {
    finder.hidden = people.size < FIND_FROM;
    let shown = 0;
    for (const [id, person] of people) {
      const hit = isAbout(person, words.value);
      items.get(id)?.toggleAttribute("hidden", !hit);
      if (hit) shown += 1;
    }
    found.textContent = words.value.trim() === "" ? "" : `${shown} of ${countOf(people.size, "person", "people")}.`;
  };

  const draw = (data: PersonData, below?: HTMLElement | string): HTMLLIElement => {
    const item = items.get(data.person.id) ?? h("li", { class: "card stack tight person" });
    items.set(data.person.id, item);
    people.set(data.person.id, data.person);
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
    element: h("div", { class: "stack" }, message.element, alone, finder, list),
    async load() {
      try {
        const all = await loadAll();
        list.replaceChildren(...all.map((data) => draw(data)));
        alone.hidden = all.length > 1;
        find();
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
        // Whoever was just invited is seen, whatever was looked for before.
        words.value = "";
        find();
        drawPerson(item, made, (next) => refresh(made.person.id, next), invitation(invited));
      } catch (error) {
        failed(error);
      }
    },
  };
}
