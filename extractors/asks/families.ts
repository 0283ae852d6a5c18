import type { Certificate } from "../../models/certificate.js";
import type { Found } from "./mentions.js";

/** "Green Belt in Six Sigma", "Class A or B CDL": the family behind its member belongs to its name. */
const BELONGS = /^\s{0,2}(?:certification\s)?(?:in|of|from|for|-|–)?\s{0,2}(?:lean\s)?$/i;

/** What may stand between a family and the members that it only introduces: "certifications such as", "certification (", ":". */
const INTRODUCES =
  /^\s{0,2}(?:certifications?|certificates?|certs?)?\s{0,2}(?:\(|:|-|–|,)?\s{0,2}(?:such as|like|including|includes?|e\.?g\.?,?|i\.?e\.?,?|in|preferably|especially|specifically)?\s{0,2}(?:the\s)?$/i;

/** Its parent, that one's parent, and so on. */
function ancestors(certificates: ReadonlyMap<string, Certificate>, id: string): string[] {
  const line: string[] = [];
  for (
    let at = certificates.get(id)?.parent ?? null;
    at !== null && !line.includes(at);
    at = certificates.get(at)?.parent ?? null
  )
    line.push(at);
  return line;
}

const descends = (certificates: ReadonlyMap<string, Certificate>, child: string, family: string): boolean =>
  ancestors(certificates, child).includes(family);

/** "Class B Commercial Driver License (CDL)" and a later "the CDL" speak of the member that was named. */
const REFERS = /(?:\(\s?["“]?|\b(?:the|this|that|their|your|such)\s)$/i;

/** Drops a family that only introduces its named members: "Microsoft certification (MCSE)" is the MCSE. */
export function dropFamilies(
  text: string,
  found: readonly Found[],
  certificates: ReadonlyMap<string, Certificate>,
): Found[] {
  const seen = new Set<string>();
  return found.filter((one, at) => {
    for (const family of one.kind === "certificate" ? ancestors(certificates, one.entity) : []) seen.add(family);
    const refers = one.kind === "certificate" && REFERS.test(text.slice(Math.max(0, one.start - 8), one.start));
    if (refers && seen.has(one.entity)) return false;
    const last = found[at - 1];
    if (
      last?.kind === "certificate" &&
      one.kind === "certificate" &&
      descends(certificates, last.entity, one.entity) &&
      BELONGS.test(text.slice(last.end, one.start))
    )
      return false;
    const next = found[at + 1];
    if (next === undefined || one.kind === "skill" || next.kind === "skill" || next.sentence !== one.sentence)
      return true;
    if (!descends(certificates, next.entity, one.entity)) return true;
    return !INTRODUCES.test(text.slice(one.end, next.start));
  });
}
