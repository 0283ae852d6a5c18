import type { Surface } from "../certificate.js";
import { foldSurface } from "./fold.js";

const hasRule = ({ near, not }: Surface): boolean => near.length > 0 || not.length > 0;

/** Two exact surfaces that differ in case never meet. */
const meet = (a: Surface, b: Surface): boolean =>
  a.case === "any" || b.case === "any" || a.surface.replace(/[\s-]+/g, " ") === b.surface.replace(/[\s-]+/g, " ");

function byFold(surfaces: readonly Surface[]): Map<string, Surface[]> {
  const groups = new Map<string, Surface[]>();
  for (const surface of surfaces) {
    const key = foldSurface(surface.surface);
    const group = groups.get(key);
    if (group) group.push(surface);
    else groups.set(key, [surface]);
  }
  return groups;
}

const named = ({ entity, surface }: Surface, other: Surface): string =>
  `the surface ${JSON.stringify(surface)} of ${entity} also means ${other.entity}`;

/** Surfaces that mean two entities where one of the meanings has no context rule, and rows that say the same twice. */
export function ambiguousSurfaces(surfaces: readonly Surface[]): string[] {
  const problems: string[] = [];
  for (const group of byFold(surfaces).values()) {
    for (const [i, one] of group.entries()) {
      for (const other of group.slice(i + 1)) {
        if (!meet(one, other)) continue;
        if (one.entity === other.entity) {
          if (one.case === other.case && !hasRule(one) && !hasRule(other) && one.surface === other.surface)
            problems.push(`the surface ${JSON.stringify(one.surface)} of ${one.entity} stands twice`);
        } else if (!hasRule(one)) problems.push(`${named(one, other)} and needs a context rule`);
        else if (!hasRule(other)) problems.push(`${named(other, one)} and needs a context rule`);
      }
    }
  }
  return problems;
}

/** A skill's surface that is also a certificate's: the certificate wins there, so it needs a rule that lets the skill be. */
export function certificateOrSkill(certificates: readonly Surface[], skills: readonly Surface[]): string[] {
  const known = byFold(skills);
  return certificates.flatMap((surface) => {
    const other = known.get(foldSurface(surface.surface))?.find((skill) => meet(surface, skill));
    return other === undefined || hasRule(surface) ? [] : [`${named(surface, other)} and needs a context rule`];
  });
}
