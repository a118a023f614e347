import { ApiProblem } from "../lib/api";

/** The code of the readers' page comes when somebody looks: the list of links does without it. */
export function loadPreview(): Promise<typeof import("./preview")> {
  return import("./preview").catch(() => {
    const detail = "The page could not be drawn: its code did not arrive. Check the connection and try again.";
    throw new ApiProblem(0, "offline", detail);
  });
}
