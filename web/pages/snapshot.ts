import type { SnapshotPageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { byId, embedded } from "../lib/dom";
import { snapshotBody } from "../snapshot/body";
import { drawSlots } from "../view/slot";

const { element, slots, below } = snapshotBody(embedded<ScenarioView>("view"), embedded<SnapshotPageData>("page"));
byId("main").replaceChildren(element);
drawSlots(slots, below);
