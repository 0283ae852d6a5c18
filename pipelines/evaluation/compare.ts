import type { Mention, Requirement } from "../../models/mention.js";
import type { GoldMention } from "./gold.js";
import type { Counts } from "./score.js";

const UNNAMED = new Set(["generic-certification", "generic-license"]);
/** Scored apart: no demand for a named certificate. */
const APART = new Set(["driver-license", ...UNNAMED]);
const NO_REQUEST = new Set<Requirement>(["not_required", "employer_provides"]);

type Named = Pick<Mention, "entity" | "start" | "end" | "requirement">;

/** One posting compared with its gold: sets of entities, mentions, unnamed requests, requirement levels. */
export interface Comparison {
  /** By entity: whether gold has it, and whether the extractor does. */
  entities: { entity: string; gold: boolean; mine: boolean }[];
  posting: Counts;
  /** `tp` counts gold mentions found; `right` the extractor's mentions that hit one. */
  mention: Counts & { right: number };
  unnamed: Counts;
  driver: Counts;
  /** Levels of the mentions found: what gold says and what the extractor said. */
  levels: { want: Requirement; got: Requirement }[];
  /** Credentials that the taxonomy lacks, and how many of them some id of ours recognised. */
  others: number;
  recognised: number;
}

const overlaps = (a: Named, b: Named): boolean => a.start < b.end && b.start < a.end;
const same = (a: Named, b: Named): boolean => a.entity === b.entity && overlaps(a, b);
const asks = (one: Named): boolean => UNNAMED.has(one.entity) && !NO_REQUEST.has(one.requirement);
const flags = (gold: boolean, mine: boolean): Counts => ({
  tp: +(gold && mine),
  fp: +(!gold && mine),
  fn: +(gold && !mine),
});

/**
 * Compares by the rules of the annotation guideline: right is the same entity on overlapping spans; the headline is the set of
 * entities a posting. `neutral`: whether an id is neither right nor wrong on a credential that gold could name only as
 * `other:` (a family, or a certificate that the taxonomy gained since).
 */
export function compare(
  gold: readonly GoldMention[],
  mentions: readonly Mention[],
  neutral: (entity: string, other: string) => boolean,
): Comparison {
  const certificates = mentions.filter(({ kind }) => kind === "certificate");
  const others = gold.filter(({ entity }) => entity.startsWith("other:"));
  const known = gold.filter(({ entity }) => !entity.startsWith("other:") && !APART.has(entity));
  const mine = certificates.filter(
    (one) =>
      !APART.has(one.entity) && !others.some((other) => overlaps(one, other) && neutral(one.entity, other.entity)),
  );
  const [wanted, given] = [new Set(known.map(({ entity }) => entity)), new Set(mine.map(({ entity }) => entity))];
  const entities = [...new Set([...wanted, ...given])].map((entity) => ({
    entity,
    gold: wanted.has(entity),
    mine: given.has(entity),
  }));
  const found = known.filter((one) => mine.some((other) => same(other, one)));
  const right = mine.filter((one) => known.some((other) => same(one, other))).length;
  const driver = (list: readonly Named[]): boolean => list.some(({ entity }) => entity === "driver-license");
  return {
    entities,
    posting: {
      tp: entities.filter((one) => one.gold && one.mine).length,
      fp: entities.filter((one) => !one.gold).length,
      fn: entities.filter((one) => !one.mine).length,
    },
    mention: { tp: found.length, fp: mine.length - right, fn: known.length - found.length, right },
    unnamed: flags(gold.some(asks), certificates.some(asks)),
    driver: flags(driver(gold), driver(certificates)),
    levels: found.map((one) => ({ want: one.requirement, got: mine.find((other) => same(other, one))!.requirement })),
    others: others.length,
    recognised: others.filter((other) => certificates.some((one) => !APART.has(one.entity) && overlaps(one, other)))
      .length,
  };
}
