/** The two questions of an Admiralty grade, each answered from a list in words. */
import { CREDIBILITIES, RELIABILITIES } from "../../worker/core/types";
import { radioControl } from "../forms/controls";
import { CREDIBILITY_WORDS, RELIABILITY_WORDS } from "../forms/words";
import type { Grade } from "./review-words";

export const GRADE_LABELS = {
  sourceReliability: "How reliable is the source?",
  infoCredibility: "How sure is what it says?",
};

/** `form` keeps the radio groups of two forms on one page apart. */
export function gradeQuestions(form: string) {
  return {
    sourceReliability: radioControl({
      name: `${form}-sourceReliability`,
      label: GRADE_LABELS.sourceReliability,
      as: "pills",
      hint: "The source in general, whatever it says this time.",
      options: RELIABILITIES.map((value) => ({ value, label: `${value} ${RELIABILITY_WORDS[value]}` })),
    }),
    infoCredibility: radioControl({
      name: `${form}-infoCredibility`,
      label: GRADE_LABELS.infoCredibility,
      as: "pills",
      hint: "This report, whoever brings it.",
      options: CREDIBILITIES.map((n) => ({ value: String(n), label: `${n} ${CREDIBILITY_WORDS[n]}` })),
    }),
  };
}

type Answers = Record<keyof typeof GRADE_LABELS, string>;

/** The grade that was chosen; only for answers without problems. */
export function gradeOf({ sourceReliability, infoCredibility }: Answers): Grade {
  const letter = RELIABILITIES.find((one) => one === sourceReliability) ?? "F";
  return { sourceReliability: letter, infoCredibility: CREDIBILITIES.find((n) => String(n) === infoCredibility) ?? 6 };
}

/** Nothing is preset: both have to be chosen. */
export function gradeProblems({ sourceReliability, infoCredibility }: Answers) {
  return {
    ...(sourceReliability === "" && { sourceReliability: "Choose a letter. F if it cannot be judged." }),
    ...(infoCredibility === "" && { infoCredibility: "Choose how sure it is. 6 if it cannot be judged." }),
  };
}
