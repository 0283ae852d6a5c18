import { COMPUTED_MODELS } from "./computed.js";
import { MATCHED_MODEL } from "./matched.js";
import type { CodedModel } from "./model.js";
import { NEAR_COPY_MODEL } from "./near-copies.js";
import { SIGNAL_MODELS } from "./signals.js";
import { STALE_MODELS } from "./stale.js";
import { TOUCHED_MODELS } from "./touched.js";

/** The models that are computed in code. */
export const CODED_MODELS: readonly CodedModel[] = [
  ...TOUCHED_MODELS,
  ...STALE_MODELS,
  NEAR_COPY_MODEL,
  MATCHED_MODEL,
  ...SIGNAL_MODELS,
  ...COMPUTED_MODELS,
];
