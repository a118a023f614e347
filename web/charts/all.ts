/** What the lazily imported chart code offers to the pages. */
export { amountFigure } from "./amount-chart";
export { countFigure } from "./count-chart";
export { indexFigure } from "./index-chart";
export { levelFigure } from "./level-chart";
export { mount } from "./mount";
export { stateFigure } from "./state-chart";
