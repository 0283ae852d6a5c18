import type { Method } from "../../models/offered.js";
import type { Call } from "./verdict.js";

interface CallWords {
  label: string;
  tone: string;
  /** A sign beside the word, so that colour is never the only difference. */
  sign: string;
  /** What the section of the page says under its heading. */
  meaning: string;
}

/** In the order of the page: what needs a decision comes first. */
export const CALL_WORDS: Record<Call, CallWords> = {
  replace: {
    label: "Replace",
    tone: "down",
    sign: "▼",
    meaning: "Look for another certificate. Those listed beside it serve the same jobs.",
  },
  watch: { label: "Watch", tone: "ended", sign: "◆", meaning: "Go on for now, and look again next year." },
  keep: {
    label: "Keep",
    tone: "up",
    sign: "▲",
    meaning: "Employers ask for it or for its skills, and demand does not fall.",
  },
  "insufficient evidence": {
    label: "Not enough evidence",
    tone: "unknown",
    sign: "○",
    meaning: "Too few postings ask for these to say more. That is no verdict: many jobs are never posted online.",
  },
};

export const METHOD_WORDS: Record<Method, string> = {
  settled: "settled by a person",
  "left out": "left out by a person",
  "id or name": "by its name",
  alias: "by another name",
  abbreviation: "by its abbreviation",
  "same words": "by the same words",
  alike: "by a name that is alike",
  doubtful: "in doubt",
  none: "no match",
};
