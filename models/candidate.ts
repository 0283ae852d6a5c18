/** How a candidate was written; the docblock of `extractors/candidates.ts` says what each is. */
export const CANDIDATE_FORMS = ["lead", "noun", "subject", "level", "spelled", "listed"] as const;
export type CandidateForm = (typeof CANDIDATE_FORMS)[number];

/** Text that looks like a credential and is none of the taxonomy's. */
export interface Candidate {
  form: CandidateForm;
  /** What spellings of one name share: lower case, singular, `license` for `licence`, no abbreviation behind it. */
  name: string;
  /** UTF-16 code units into the posting's plain text, end exclusive: `surface === text.slice(start, end)`. */
  start: number;
  end: number;
  surface: string;
}
