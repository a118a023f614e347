/** Imported after the library was. */
import { restore } from "./without-formats";

restore();
