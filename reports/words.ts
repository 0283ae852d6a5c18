import type { Requirement } from "../models/mention.js";
import type { Status } from "../models/signal.js";
import { type Html, html } from "./html.js";

type Tone = "up" | "level" | "down" | "ended" | "unknown";

interface StatusWords {
  label: string;
  tone: Tone;
  /** A sign beside the word, so that colour is never the only difference. Thin evidence gets a ring, never an arrow. */
  sign: string;
  meaning: string;
}

/** In the order in which they are listed. */
export const STATUS_WORDS: Record<Status, StatusWords> = {
  emerging: { label: "Emerging", tone: "up", sign: "▲", meaning: "new in postings and rising" },
  growing: { label: "Growing", tone: "up", sign: "▲", meaning: "a larger share of postings asks for it each year" },
  stable: { label: "Holding", tone: "level", sign: "■", meaning: "enough evidence, and no clear rise or fall" },
  fading: { label: "Fading", tone: "down", sign: "▼", meaning: "a smaller share of postings asks for it each year" },
  obsolescent: { label: "Obsolescent", tone: "down", sign: "▼", meaning: "fading, and below half of its peak" },
  "retired by issuer": {
    label: "Retired by its issuer",
    tone: "ended",
    sign: "◆",
    meaning: "its issuer no longer offers it",
  },
  "insufficient evidence": {
    label: "Insufficient evidence",
    tone: "unknown",
    sign: "○",
    meaning: "too few postings to say anything about a trend",
  },
};

/** The statuses that a list can be filtered by, with their words. */
export const STATUS_OPTIONS = Object.entries(STATUS_WORDS).map(([status, { label }]) => [status, label] as const);

const NOT_COUNTED: StatusWords = {
  label: "Not counted",
  tone: "unknown",
  sign: "○",
  meaning: "recognised only to be left out of demand",
};

export const statusWords = (status: string | null): StatusWords => STATUS_WORDS[status as Status] ?? NOT_COUNTED;

export function statusChip(status: string | null): Html {
  const { label, tone, sign } = statusWords(status);
  return html`<span class="status ${tone}"><span aria-hidden="true">${sign}</span> <span class="word">${label}</span></span>`;
}

export const REQUIREMENT_WORDS: Record<Requirement, string> = {
  required: "Required",
  preferred: "Preferred",
  mentioned: "Mentioned",
  not_required: "Not required",
  employer_provides: "The employer provides it",
  obtain_after_hire: "To be earned after hire",
};

export const TYPE_WORDS: Record<string, string> = {
  license: "Licence",
  certification: "Certification",
  software: "Software certificate",
  career_readiness: "Career readiness",
  cte_assessment: "Technical assessment",
  safety_card: "Safety card",
  professional_designation: "Professional designation",
};

export const K12_WORDS: Record<string, string> = {
  yes: "often earned in school",
  no: "seldom earned in school",
  unknown: "unknown whether earned in school",
};

interface KindWords {
  label: string;
  /** Ends "In the last year, 4% of postings ...". */
  verb: string;
}

export const KIND_WORDS: Record<string, KindWords> = {
  explicit: { label: "Named in the posting", verb: "named it" },
  skill: {
    label: "Implied by skills",
    verb: "asked for the skills that it attests (weighted by how telling they are)",
  },
  licence: { label: "Implied by the occupation", verb: "were for an occupation that needs it by law" },
};

/** A noun for each scope of the marts, as in "of entry-level postings". */
export const SCOPE_WORDS: Record<string, string> = {
  all: "All postings",
  entry: "Entry-level postings",
  internship: "Internship postings",
};
