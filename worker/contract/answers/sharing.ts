/** What goes along with a link, as answers say it. */
import * as v from "valibot";
import { LINK_PURPOSES, SHARED_FIELDS } from "../../core/sharing";
import { Flag, Instant, Text } from "./parts";

export const Fields = v.object(v.entriesFromList(SHARED_FIELDS, Flag));
export const Purpose = v.picklist(LINK_PURPOSES);
export const Notice = v.object({ at: Instant, text: Text });
