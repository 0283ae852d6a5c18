import type { Certificate } from "../../models/certificate.js";
import type { Found } from "./mentions.js";

/** "Green Belt in Six Sigma", "Class A or B CDL": the family behind its member belongs to its name. */
const BELONGS = /^\s{0,2}(?:certification\s)?(?:in|of|from|for|-|–)?\s{0,2}(?:lean\s)?$/i;

/** What may stand between a family and the members that it only introduces: "certifications such as", "certification (", ":". */
const INTRODUCES =
  /^\s{0,2}(?:certifications?|certificates?|certs?)?\s{0,2}(?:\(|:|-|–|,)?\s{0,2}(?:such as|like|including|includes?|e\.?g\.?,?|i\.?e\.?,?|in|preferably|especially|specifically)?\s{0,2}(?:the\s)?$/i;

type Certificates = ReadonlyMap<string, Certificate>;

/** By taxonomy: the ancestors of each certificate that was asked for. */
const KNOWN = new WeakMap<Certificates, Map<string, readonly string[]>>();

/** Its parent, that one's parent, and so on. */
function ancestors(certificates: Certificates, id: string): readonly string[] {
  let known = KNOWN.get(certificates);
  if (known === undefined) {
    known = new Map();
    KNOWN.set(certificates, known);
  }
  let line = known.get(id);
  if (line === undefined) {
    line = lineOf(certificates, id);
    known.set(id, line);
  }
  return line;
}

function lineOf(certificates: Certificates, id: string): string[] {
  const line: string[] = [];
  for (
    let at = certificates.get(id)?.parent ?? null;
    at !== null && !line.includes(at);
    at = certificates.get(at)?.parent ?? null
  )
    line.push(at);
  return line;
}

const descends = (certificates: Certificates, child: string, family: string): boolean =>
  ancestors(certificates, child).includes(family);

/** "Class B Commercial Driver License (CDL)" and a later "the CDL" speak of the member that was named. */
const REFERS = /(?:\(\s?["“]?|\b(?:the|this|that|their|your|such)\s)$/i;

/** Drops a family that only introduces its named members: "Microsoft certification (MCSE)" is the MCSE. */
export function dropFamilies(text: string, found: readonly Found[], certificates: Certificates): Found[] {
  const seen = new Set<string>();
  return found.filter((one, at) => {
    if (one.kind === "skill") return true;
    for (const family of ancestors(certificates, one.entity)) seen.add(family);
    if (seen.has(one.entity) && REFERS.test(text.slice(Math.max(0, one.start - 8), one.start))) return false;
    const last = found[at - 1];
    if (
      last?.kind === "certificate" &&
      descends(certificates, last.entity, one.entity) &&
      BELONGS.test(text.slice(last.end, one.start))
    )
      return false;
    const next = found[at + 1];
    if (next?.kind !== "certificate" || next.sentence !== one.sentence) return true;
    return !descends(certificates, next.entity, one.entity) || !INTRODUCES.test(text.slice(one.end, next.start));
  });
}
