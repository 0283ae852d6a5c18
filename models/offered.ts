import { z } from "zod";

/** One line of a school's or district's own list of certificates. */
export const Offered = z.strictObject({
  line: z.int().positive(),
  /** As the list writes it. */
  name: z.string().min(1),
  /** How many students earned it, in whatever time the list is of. */
  earned: z.int().nonnegative().nullable(),
  /** Cost of one, in whatever the list counts in. */
  cost: z.number().nonnegative().nullable(),
  /** Hours of teaching for one. */
  hours: z.number().nonnegative().nullable(),
});
export type Offered = z.infer<typeof Offered>;

/** A certificate that a name may stand for. */
export interface Candidate {
  id: string;
  /** 0..1: how alike they are. */
  score: number;
  /** The name or surface that is alike. */
  by: string;
}

/** How a name was matched. `doubtful`: something is alike and a person must decide; `left out`: a person said that it is none. */
export type Method =
  | "settled"
  | "left out"
  | "id or name"
  | "alias"
  | "abbreviation"
  | "same words"
  | "alike"
  | "doubtful"
  | "none";

export interface Match {
  method: Method;
  /** 0..1: how much of the name speaks for the certificate by the method's rule; no probability. Null where none was taken. */
  confidence: number | null;
  certificate_id: string | null;
  /** The name or surface that it was matched by; empty where nothing was. */
  by: string;
  /** For doubtful names the best three. */
  candidates: Candidate[];
}

export type Matched = Offered & Match;
