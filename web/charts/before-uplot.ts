/** Imported before the library is. */
import { standIn } from "./without-formats";

standIn();
