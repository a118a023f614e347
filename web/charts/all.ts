/** What the lazily imported chart code offers to the pages. */
import "./before-uplot";
export { actsFigure } from "./acts-chart";
export { amountFigure } from "./amount-chart";
export { indexFigure } from "./index-chart";
export { levelFigure } from "./level-chart";
export { mount } from "./mount";
export { pictureOf } from "./picture";
export { visibleRows } from "./rows";
export { stateFigure } from "./state-chart";
export { paperTheme } from "./theme";
import "./after-uplot";
