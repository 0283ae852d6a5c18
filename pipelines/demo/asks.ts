import type { Requirement } from "../../models/mention.js";
import type { Model } from "./model.js";
import type { Ask, DemoPosting } from "./posting.js";
import { type Random, streamOf, uniformOf } from "./random.js";
import type { DemoCertificate } from "./shapes.js";
import type { Vocabulary } from "./vocabulary.js";

/** Part of an occupation's chance to ask at which a posting that does not ask speaks of the certificate in another way. */
const BESIDES = 0.07;
const TOGETHER = 0.55;
const OTHER_WAYS: readonly Requirement[] = ["not_required", "employer_provides", "obtain_after_hire"];

function strength({ required, preferred }: DemoCertificate, uniform: number): Requirement {
  if (uniform < required) return "required";
  return uniform < required + preferred ? "preferred" : "mentioned";
}

/** Asked certificates of one family become alternatives of each other in about half of the postings that ask for several. */
function joinFamilies(asks: Ask[], families: ReadonlyMap<string, string | undefined>, random: Random): Ask[] {
  const byFamily = new Map<string, Ask[]>();
  for (const ask of asks) {
    const family = families.get(ask.certificate);
    if (family === undefined || (ask.requirement !== "required" && ask.requirement !== "preferred")) continue;
    byFamily.set(family, [...(byFamily.get(family) ?? []), ask]);
  }
  let group = 0;
  for (const members of byFamily.values()) {
    if (members.length < 2 || !random.chance(TOGETHER)) continue;
    group++;
    for (const ask of members) Object.assign(ask, { group, requirement: members[0]!.requirement });
  }
  return asks;
}

/** Draws what postings ask for. Each certificate has its own random number in each posting. */
export function createAsking(words: Vocabulary, model: Model) {
  const families = new Map(words.certificates.map(({ id, family }) => [id, family]));
  const askable = words.occupations.map(({ id }) => words.certificates.filter(({ asks }) => asks[id] !== undefined));

  const askFor = (certificate: DemoCertificate, p: number, key: DemoPosting["key"]): Ask | null => {
    const uniform = uniformOf(...key, certificate.id);
    if (uniform >= p + BESIDES * p * (1 - p)) return null;
    const second = uniformOf(...key, certificate.id, "how");
    const requirement =
      uniform < p ? strength(certificate, second) : OTHER_WAYS[Math.floor(second * OTHER_WAYS.length)]!;
    return { certificate: certificate.id, requirement };
  };
  const certificatesAsked = (key: DemoPosting["key"], occupation: number, month: number): Ask[] => {
    const asks = askable[occupation]!.map((certificate) =>
      askFor(certificate, model.chance(certificate, occupation, month), key),
    ).filter((ask) => ask !== null);
    return asks.length < 2 ? asks : joinFamilies(asks, families, streamOf(...key, "families"));
  };
  const skillsAsked = (key: DemoPosting["key"], occupation: number, month: number): string[] =>
    words.skills
      .filter((set) => uniformOf(...key, "skill", set.id) < model.chance(set, occupation, month))
      .map(({ id }) => id);
  return { certificatesAsked, skillsAsked };
}
