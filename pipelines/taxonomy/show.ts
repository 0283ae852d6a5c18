import type { Certificate, Surface } from "../../models/certificate.js";
import { writeContext } from "../../models/taxonomy/context.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { searchVerb } from "./search.js";

/** A certificate with all that the vocabulary knows of it. */
export interface CertificateCard {
  certificate: Certificate;
  family: string | null;
  members: string[];
  successor: string | null;
  aliases: { surface: string; case: Surface["case"]; context: string }[];
  skills: string[];
  occupations: string[];
}

/** Everything about one certificate. Throws where there is none of that id, naming the nearest. */
export function showVerb(t: Taxonomy, id: string): CertificateCard {
  const certificate = t.certificates.get(id);
  if (!certificate) {
    const nearest = searchVerb(t, id.replaceAll("-", " "), 3).map((found) => found.id);
    throw new Error(`no certificate ${JSON.stringify(id)}; the nearest are ${nearest.join(", ") || "none"}`);
  }
  const nameOf = (other: string | null): string | null => (other && t.certificates.get(other)?.name) || other;
  const aliases = t.certificateSurfaces.filter(({ entity }) => entity === id);
  const links = t.certificateSkills.filter((link) => link.certificate === id);
  return {
    certificate,
    family: nameOf(certificate.parent),
    members: [...t.certificates.values()].filter(({ parent }) => parent === id).map((member) => member.id),
    successor: nameOf(certificate.successor),
    aliases: aliases.map((alias) => ({ surface: alias.surface, case: alias.case, context: writeContext(alias) })),
    skills: links.map(({ skill }) => t.skills.get(skill)?.name ?? skill),
    occupations: certificate.soc.map((soc) => `${soc} ${t.occupations.get(soc)?.title ?? ""}`.trim()),
  };
}

/** The card as lines for the terminal; what is not known is left out. */
export function showLines(card: CertificateCard): string[] {
  const { certificate: c } = card;
  const status = [c.status ?? "status not confirmed", c.retired_on].filter(Boolean).join(" since ");
  const facts: [string, string | null][] = [
    ["issuer", c.issuer],
    ["type", [c.type, c.level].filter(Boolean).join(", ")],
    ["status", status],
    ["successor", card.successor],
    ["family", card.family],
    ["members", card.members.join(", ")],
    ["renewal", c.renewal_years === null ? null : `${c.renewal_years} year(s)`],
    ["demand", c.counted ? c.demand : "not counted"],
    ["occupations", card.occupations.join("; ")],
    ["skills", card.skills.join("; ")],
    ["note", c.note],
  ];
  const rules = card.aliases.map((alias) => {
    const exact = alias.case === "exact" ? " (these very letters)" : "";
    return `  ${alias.surface}${exact}${alias.context && `  [${alias.context}]`}`;
  });
  const known = facts.filter(([, value]) => value);
  return [`${c.id}: ${c.name}`, ...known.map(([name, value]) => `${name}: ${value}`), "surfaces:", ...rules];
}
