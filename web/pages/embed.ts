import type { SnapshotPageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { byId, embedded } from "../lib/dom";
import { embedBody } from "../snapshot/embed-body";
import { drawSlots } from "../view/slot";

const { element, slots } = embedBody(embedded<ScenarioView>("view"), embedded<SnapshotPageData>("page"));
byId("main").replaceChildren(...element);
if (slots.length > 0) drawSlots(slots);
