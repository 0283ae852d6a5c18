import type { DemoPosting } from "../posting.js";
import { type Random, streamOf } from "../random.js";
import type { Group, Layout, Part, SkillSet } from "../shapes.js";
import type { Vocabulary } from "../vocabulary.js";
import type { createCredentials } from "./credentials.js";
import { say } from "./phrase.js";
import type { Voice } from "./voice.js";

/**
 * `credentials`: sentences that merely speak of certificates, to stand wherever the employer or the job is described;
 * `training`: those on certificates that the employer pays for.
 */
export type Parts = Record<Part | "credentials" | "training", string[]>;

/** Two inner letters of a long word change places, as in a hurried advert. */
function withTypo(line: string, random: Random): string {
  const words = line.split(" ");
  const long = words.flatMap((word, i) => (/^[a-z]{8,}$/.test(word) ? [i] : []));
  if (long.length === 0) return line;
  const at = random.pick(long);
  const word = words[at]!;
  const i = random.int(2, word.length - 4);
  words[at] = word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2);
  return words.join(" ");
}

const TYPOS = 0.015;
/** Groups whose work is done at a desk: what they are offered differs. */
const AT_DESKS = new Set<Group>(["it", "design", "finance", "office"]);

/** Requirements that are not an occupation's own: how often a degree is spoken of, and how often the basics come first. */
const DEGREE = { none: 0.15, other: 0.8 };
const BASICS_FIRST = 0.6;

/** All that a posting says, sorted by the part of the text it belongs to. */
export function createParts(words: Vocabulary, credentials: ReturnType<typeof createCredentials>) {
  const skillSets = new Map<string, SkillSet>(words.skills.map((set) => [set.id, set]));

  /** What an employer says of itself, each time with the same numbers. */
  const aboutOf = ({ home, employer }: DemoPosting, { facts, random }: Voice): string[] => {
    const own = random.sample(words.phrases(`about.${home.sector}`), random.int(2, 4));
    const team = random.sample(words.phrases("about.any"), random.int(1, 3));
    return [...own, ...team].map((phrase) => say(phrase, facts, streamOf(employer, phrase)));
  };

  const headerOf = ({ id }: Layout, { one, random, facts }: Voice): string[] => {
    if (id !== "institutional" && id !== "bulletin") return [one("header.thread")];
    const lines = words.phrases(`header.${id}`).filter(() => id === "bulletin" || random.chance(0.85));
    return lines.map((phrase) => say(phrase, facts, random));
  };

  const dutiesOf = ({ occupation }: DemoPosting, layout: Layout, { someOf, some, random }: Voice): string[] => {
    const duties = [...someOf(occupation.duties, ...layout.duties), ...some("duties.any", 0, 3)];
    if (random.chance(TYPOS)) duties[0] = withTypo(duties[0]!, random);
    return duties;
  };

  const requiredOf = (
    posting: DemoPosting,
    layout: Layout,
    voice: Voice,
    certificates: readonly string[],
  ): string[] => {
    const { one, someOf, shuffled, random } = voice;
    const { degree, requirements } = posting.occupation;
    const basics = [one(`experience.${posting.level}`)];
    if (random.chance(degree === "none" ? DEGREE.none : DEGREE.other)) basics.push(one(`degree.${degree}`));
    const skills = posting.skills.flatMap((id) => {
      const { lines, take } = skillSets.get(id)!;
      return someOf(lines, ...take);
    });
    const others = [...certificates, ...someOf(requirements, ...layout.requirements), ...skills];
    if (random.chance(BASICS_FIRST)) return [...shuffled(basics), ...shuffled(others)];
    return shuffled([...basics, ...others]);
  };

  return (posting: DemoPosting, layout: Layout, voice: Voice): Parts => {
    const { one, some, someOf, shuffled, random } = voice;
    const { occupation, pay } = posting;
    const certificates = credentials(posting, layout.headed, voice);
    const extras = random.chance(certificates.preferred.length > 0 ? 0.8 : 0.55) ? someOf(occupation.extras, 1, 2) : [];
    const own = some(AT_DESKS.has(occupation.group) ? "benefits.desk" : "benefits.floor", 1, 3);
    return {
      header: headerOf(layout, voice),
      intro: layout.id === "terse" ? [one("intro.terse")] : [one("intro"), ...some("intro.next", 1, 3)],
      about: aboutOf(posting, voice),
      credentials: certificates.about,
      training: certificates.benefits,
      duties: dutiesOf(posting, layout, voice),
      required: requiredOf(posting, layout, voice, certificates.required),
      preferred: shuffled([...certificates.preferred, ...extras]),
      benefits: shuffled([...some("benefits", 3, 7), ...own, ...certificates.benefits]),
      pay: pay !== null ? [one("pay")] : random.chance(0.4) ? [one("pay.unstated")] : [],
      schedule: [one("schedule")],
      physical: [one("physical")],
      eeo: some("eeo", 1, 3),
      apply: some("apply", 1, 3),
    };
  };
}
