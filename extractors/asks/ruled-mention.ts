import type { Section } from "../../models/mention.js";
import type { Ruling } from "../requirement.js";
import type { Found } from "./mentions.js";

/** A mention with its requirement and all that decided it. */
export interface RuledMention {
  found: Found;
  section: Section;
  ruling: Ruling;
  /** Number of its group of alternatives; 0 for none. */
  group: number;
}
