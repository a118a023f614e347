/** What a plot shows now. Its options read this anew at each drawing: a scene, colours and a range come and go. */
import type { Scene, Theme } from "./figure";

/** Below this many pixels labels are shortened. */
export const NARROW = 520;

export interface Drawing {
  scene: Scene;
  theme: Theme;
  /** The stretch of the x axis in sight. */
  range: [number, number];
  /** In CSS pixels, as shown. */
  width: number;
  height: number;
  /** How much larger it is drawn than it is shown, for paper and files. */
  magnified: number;
}
