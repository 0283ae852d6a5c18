import type { Surface } from "../../models/certificate.js";
import type { Section } from "../../models/mention.js";
import type { Context } from "../asks/context-words.js";
import type { Cue } from "../asks/cues/cue.js";
import type { Holder } from "../asks/holder-kinds.js";
import type { Form } from "./variants.js";

/** What one surface stands for. */
export type Meaning =
  | CertificateMeaning
  | SkillMeaning
  | { kind: "cue"; cue: Cue }
  | { kind: "heading"; section: Section }
  | { kind: "noun"; noun: string };

/**
 * One spelling of a surface; what a reader asks of it stands here, so that its row is seldom touched. Skills have all that
 * certificates have, so that the engine reads one shape.
 */
interface Spelling {
  entity: string;
  surface: Surface;
  context: Context | null;
  written: string;
  /** It counts in its own case only. */
  exact: boolean;
  form: Form;
  /** It is the bare name of the body that issues the certificate. */
  issuer: boolean;
  holder: Holder;
  /** It stands for an entry in a register; its bare name ("NMC") is that of who keeps it. */
  register: boolean;
  /** It says itself that a paper is meant ("card", "licence"). */
  paper: boolean;
}
export interface CertificateMeaning extends Spelling {
  kind: "certificate";
}
export interface SkillMeaning extends Spelling {
  kind: "skill";
}
export type NamedMeaning = CertificateMeaning | SkillMeaning;

export const isNamed = (meaning: Meaning): meaning is NamedMeaning =>
  meaning.kind === "certificate" || meaning.kind === "skill";
