import pino from "pino";
import type { Effects } from "../../pipelines/effects.js";

/** Effects for tests: a clock that stands still, no output. */
export const quietEffects = (now = "2026-10-31T02:00:00Z"): Effects => ({
  now: () => new Date(now),
  log: pino({ level: "silent" }),
  progress: () => ({ tick: () => undefined, done: () => undefined }),
});
