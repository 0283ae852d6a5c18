import type { Cue } from "./cues/cue.js";
import { IDLE } from "./cues/idle.js";
import { MAY } from "./cues/may.js";
import { NEGATED } from "./cues/negated.js";
import { OBTAIN } from "./cues/obtain.js";
import { PREFERRED } from "./cues/preferred.js";
import { PROVIDES } from "./cues/provides.js";
import { REQUIRED } from "./cues/required.js";

/** All words that say how strongly something is asked for. */
export const CUES: readonly Cue[] = [...REQUIRED, ...PREFERRED, ...OBTAIN, ...PROVIDES, ...NEGATED, ...MAY, ...IDLE];
