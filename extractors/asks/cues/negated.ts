import { all } from "../phrases.js";
import type { Cue } from "./cue.js";

/** What is said not to be asked for. */
export const NEGATED: readonly Cue[] = [
  {
    level: "negated",
    side: "before",
    phrases: all(
      "not required|not a requirement|not necessary|not needed|not mandatory|not essential|is not required",
      "are not required|not be required|isn't required|isn't necessary|isn't needed|unnecessary|not a must",
      "need not be|not obligatory|no problem|not compulsory",
    ),
  },
  {
    level: "negated",
    side: "after",
    phrases: all(
      "no need for|do not need|don't need|does not require|doesn't require|do not require|don't require",
      "not require|without a|without any|need not be|need not have|need not hold",
    ),
  },
  {
    level: "negated",
    side: "after",
    phrases: "non",
    near: true,
  },
  {
    level: "no",
    side: "after",
    phrases: "no",
  },
  {
    level: "negated",
    side: "after",
    phrases: all(
      "don't have to have|do not have to have|don't have to be|do not have to be|don't have to hold",
      "don't have to possess|not have to have|not have to hold|not have to possess",
    ),
  },
];
