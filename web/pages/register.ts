import type { RegisterPageData } from "../../worker/contract/page";
import { spanProblem } from "../../worker/contract/registration-span";
import { messagePlace, whileBusy } from "../forms/page-parts";
import { api, asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { keepTyped } from "../lib/drafts";
import { listOf } from "../lib/format";
import { fillHeader, scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import { checkFile, placeProblems, type CheckedFile, type FileProblem } from "../scenarios/check-file";
import { fileField } from "../scenarios/file-field";
import { newAddress } from "../scenarios/new-address";
import { preview } from "../scenarios/preview";
import { problemList } from "../scenarios/problem-list";

const page = embedded<RegisterPageData>("page");
const message = messagePlace();
const result = h("div", { class: "stack" });
const file = fileField({
  onText: () => {
    kept.save();
    check();
  },
  // What was checked is no longer what stands there.
  onEdit: clear,
  onUnreadable: (problem) => {
    clear();
    message.show("danger", problem);
  },
});

function clear(): void {
  message.clear();
  result.replaceChildren();
}

/** Shows a part and goes to its heading, so that a keyboard and a screen reader are where the news is. */
function show(section: HTMLElement): void {
  result.replaceChildren(section);
  section.querySelector<HTMLElement>("h2")?.focus();
}

function showProblems(problems: FileProblem[]): void {
  show(problemList(problems, (at) => file.point(at)));
}

function check(): void {
  message.clear();
  const { problems, checked } = checkFile(file.text());
  if (!checked) {
    showProblems(problems);
    return;
  }
  const { scenario, dropped } = checked;
  const address = newAddress(scenario.registration, page.registered);
  const far = spanProblem(scenario.registration, scenario.propositions, page.today);
  if (address.problem) showProblems(placeProblems(file.text(), [address.problem]));
  else if (far) showProblems(placeProblems(file.text(), [far]));
  else {
    const onRegister = (button: HTMLButtonElement, confirmed: boolean) =>
      void whileBusy(button, "Registering", () => register(checked, confirmed))();
    show(preview({ scenario, address, dropped, today: page.today, onRegister }));
  }
}

/** A failure leaves everything as it stands, to be tried again. */
async function register({ file: body }: NonNullable<CheckedFile["checked"]>, confirmed: boolean): Promise<void> {
  message.clear();
  try {
    const { slug } = await api<{ slug: string }>("POST", `/scenarios${confirmed ? "?confirmDate=1" : ""}`, { body });
    kept.clear();
    location.assign(scenarioPath(slug));
  } catch (error) {
    const { detail, errors } = asProblem(error);
    if (errors.length > 0) showProblems(placeProblems(file.text(), errors));
    else message.show("danger", detail);
  }
}

const form = h(
  "form",
  {
    class: "card stack",
    oninput: () => kept.save(),
    onsubmit: (event) => {
      event.preventDefault();
      check();
    },
  },
  file.element,
  h("p", {}, h("button", { class: "button primary" }, "Check it")),
);
const kept = keepTyped({
  name: "register",
  fields: ["text"],
  values: () => ({ text: file.text() }),
  set: ({ text }) => {
    clear();
    file.set(text);
  },
  message,
  element: form,
});

function forOwners(): HTMLElement[] {
  return [
    h(
      "p",
      { class: "prose" },
      "A scenario is one JSON file: what is claimed, how it will be judged and what may be logged. It is checked here first; nothing is sent before you have seen what will be frozen.",
    ),
    form,
    message.element,
    result,
  ];
}

function forOthers(): HTMLElement {
  const owners = page.owners.length === 0 ? "Ask an owner of this Signpost." : `Owners here: ${listOf(page.owners)}.`;
  return h(
    "div",
    { class: "notice info" },
    h("p", {}, "Only an owner can register a scenario, for that cannot be taken back. ", userText(owners)),
    h("p", {}, h("a", { href: "/scenarios" }, "Back to the scenarios")),
  );
}

fillHeader(page, "scenarios");
byId("main").append(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, "Register a scenario"),
    ...(page.principal?.role === "owner" ? forOwners() : [forOthers()]),
  ),
);
