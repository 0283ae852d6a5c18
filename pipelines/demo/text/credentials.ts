import type { Requirement } from "../../../models/mention.js";
import type { Ask, DemoPosting } from "../posting.js";
import type { DemoCertificate } from "../shapes.js";
import type { Vocabulary } from "../vocabulary.js";
import { say } from "./phrase.js";
import type { Voice } from "./voice.js";

/** Sentences on certificates, by where in a posting they belong. */
export interface CredentialLines {
  required: string[];
  preferred: string[];
  about: string[];
  benefits: string[];
}

/** Chance that a line under a telling heading is bare ("CCNA"), and that a preference stands among the requirements. */
const BARE = 0.55;
const AMONG_REQUIREMENTS = 0.3;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "A or B"; "A, B or C". */
const alternatives = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

/** The asks of one line: alternatives together, all others alone. */
function linesOfAsks(asks: readonly Ask[]): Ask[][] {
  const lines: Ask[][] = [];
  const groups = new Map<number, Ask[]>();
  for (const ask of asks) {
    const known = ask.group === undefined ? undefined : groups.get(ask.group);
    if (known !== undefined) {
      known.push(ask);
      continue;
    }
    const line = [ask];
    lines.push(line);
    if (ask.group !== undefined) groups.set(ask.group, line);
  }
  return lines;
}

/** Where a sentence of each level stands; a preference may also stand among the requirements. */
const PLACES: Record<Requirement, keyof CredentialLines> = {
  required: "required",
  preferred: "preferred",
  mentioned: "about",
  not_required: "required",
  employer_provides: "benefits",
  obtain_after_hire: "required",
};

/** Says each ask of a posting in words; `headed`: whether headings tell what is required and what preferred. */
export function createCredentials(words: Vocabulary) {
  const certificates = new Map(words.certificates.map((certificate) => [certificate.id, certificate]));
  const known = (ask: Ask): DemoCertificate => certificates.get(ask.certificate)!;

  return ({ asks }: DemoPosting, headed: boolean, { facts, random }: Voice): CredentialLines => {
    const lines: CredentialLines = { required: [], preferred: [], about: [], benefits: [] };
    for (const together of linesOfAsks(asks)) {
      const { requirement } = together[0]!;
      const moved = requirement === "preferred" && random.chance(AMONG_REQUIREMENTS);
      const graded = requirement === "required" || requirement === "preferred";
      const manner = graded ? `.${headed && !moved && random.chance(BARE) ? "bare" : "cue"}` : "";
      const phrases = words.phrases(`${known(together[0]!).kind}.${requirement}${manner}`);
      const names = together.map((ask) => random.pick(known(ask).surfaces));
      const line = capital(say(random.pick(phrases), { ...facts, c: alternatives(names) }, random));
      lines[moved ? "required" : PLACES[requirement]].push(line);
    }
    return lines;
  };
}
