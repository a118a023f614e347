/** What the lazily imported explanations offer to the pages. */
export { checksPanel } from "./checks";
export { numbersPanel } from "./numbers";
export { stripPanel } from "./strip";
export { whyPanel } from "./why";
