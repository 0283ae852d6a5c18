import type { Surface } from "../../models/certificate.js";
import { PERSON } from "../asks/holder-kinds.js";
import { foldSurface } from "./characters.js";

/** A surface of the taxonomy as one of its spellings. */
export interface Variant {
  surface: Surface;
  written: string;
  form: Form;
}

/**
 * `elided`: the noun is left out ("Azure" for "Azure certification"), which counts only in a list that such a noun heads or
 * closes; `unlicensed`: the same of licences ("barber or cosmetology license"). `role`: "as a professional engineer", which
 * counts behind "registration", "licensed" and the like.
 */
export type Form = "whole" | "elided" | "unlicensed" | "role";

/** Without its noun an abbreviation must be in capitals: "POST" is not "post". */
const ABBREVIATION = /^[A-Z0-9&+-]{2,6}$/;

/** Words too plain to stand for a certificate even in a list. */
const TOO_PLAIN =
  /^(?:it|safety|fire|hr|water|state|coding|community|word|access|outlook|rise up|ms|lab|school|para|sub|substitute|master|first|medical)$/i;

/** Words that stand before "license" and, before "or" or "and", mostly mean something else. */
const TOO_PLAIN_FOR_LICENCE =
  /^(?:.*driv(?:er|ing).*|class .*|category .*|cat .*|[a-z]\d?|g class|guard|inspector|inspection|title|alarm|master|masters|compact|compact state|active .*|state|health insurance|mechanical|contractors?|contractor's|apprentice|operator's|hack|inspector|motor vehicle.*|professional nurse|professional nursing|jailers?|crane|forklift|bar|lab|valid .*)$/i;

const CREDENTIAL_NOUNS = [
  "certification",
  "certificate",
  "certified",
  "cert",
  "certs",
  "credential",
  "certifications",
  "certificates",
  "credentials",
];

/** What people practise, by its last word: "physical therapy", "cosmetology", "land surveying". */
const PRACTICE =
  /(?:therapy|ology|(?:barber|survey|counsel|plumb|engineer|nurs|coach)ing|esthetics|dietetics|architecture|\bwork|\blaw|medicine|hygiene|dentistry|optometry|pharmacy|midwifery|acupuncture|chiropractic|podiatry)$/i;

/** How a licence is asked for by what it allows: "licensed to practice cosmetology", "license in massage therapy". */
const PRACTISING = ["licensed", "license", "licensure"].flatMap((noun) =>
  ["to practice", "to practise", "in"].map((joint) => `${noun} ${joint}`),
);

/** "Licensure to practice medicine" is the licence. */
const LICENCE_TO_PRACTISE = /^license to (practi[cs]e)\b/i;

/** Holders besides those of `PERSON` that a licence may name: "funeral director license". */
const OFFICE = /\b(?:directors?|officers?|pathologists?|adjusters?|appraisers?|instructors?)$/i;
const isHolder = (name: string): boolean => PERSON.test(name) || OFFICE.test(name);

/** Of "plumber license" also "plumber licensure", "plumber's license" and "licensed plumber"; of "massage therapy license" "licensed to practice massage therapy". */
function licenceForms(surface: string): string[] {
  const named = /^([A-Za-z][A-Za-z /-]+) license$/i.exec(surface)?.[1];
  if (named === undefined) return [];
  const forms = [`${named} licensure`];
  if (isHolder(named)) forms.push(`${named}'s license`, `licensed ${named}`);
  if (PRACTICE.test(named)) forms.push(...PRACTISING.map((lead) => `${lead} ${named}`));
  return forms;
}

/** "&" for "and" and the other way round. */
function otherAnd(text: string): string[] {
  if (text.includes(" & ")) return [text.replaceAll(" & ", " and ")];
  return text.includes(" and ") ? [text.replaceAll(" and ", " & ")] : [];
}

/** "X certification" is also written "X certificate", "X certified"; "licence" is the British "license"; "&" is "and". */
function respell(text: string): string[] {
  const forms = [text];
  const each = (rewrite: (form: string) => string[]): void => {
    forms.push(...forms.flatMap(rewrite));
  };
  each((form) =>
    / certifications?$/i.test(form) ? CREDENTIAL_NOUNS.map((noun) => form.replace(/certifications?$/i, noun)) : [],
  );
  each(licenceForms);
  each((form) => (/\blicens(e|ed|ure)\b/i.test(form) ? [form.replace(/(licen)s(e|ed|ure)\b/gi, "$1c$2")] : []));
  each((form) => (LICENCE_TO_PRACTISE.test(form) ? [form.replace(LICENCE_TO_PRACTISE, "licensure to $1")] : []));
  each(otherAnd);
  each((form) => (/^[A-Z]{2,4}$/.test(form) ? [`${[...form].join(".")}.`] : []));
  return forms;
}

/**
 * Who holds it: "licensed Professional Engineer" and, without what says that it is held, "Professional Engineer"; "peace officer"
 * of "peace officer license".
 */
function rolesOf(surface: string): string[] {
  if (!/\s/.test(surface) || /[^A-Za-z '/-]/.test(surface)) return [];
  const name = surface.replace(/\s(?:license|certification)$/i, "");
  if (!(name === surface ? PERSON.test(name) : isHolder(name))) return [];
  const bare = name.replace(/^(?:state )?(?:licensed|certified|registered)\s/i, "");
  return bare === name ? [name] : [bare, name];
}

const isShortened = (form: Form): boolean => form === "elided" || form === "unlicensed";

/** Every spelling of every surface, each once an entity; a spelling that some row states itself is that row's alone. */
export function variantsOf(surfaces: readonly Surface[]): Variant[] {
  const fold = (text: string): string => String.fromCharCode(...foldSurface(text));
  const stated = new Set(surfaces.map(({ surface }) => fold(surface)));
  const variants: Variant[] = surfaces.map((surface) => ({ surface, written: surface.surface, form: "whole" }));
  const made = new Set<string>();
  const add = (surface: Surface, written: string, form: Form): void => {
    const key = fold(written);
    const kind = isShortened(form) ? form : "";
    if ((kind === "" && stated.has(key)) || made.has(`${surface.entity} ${key} ${kind}`)) return;
    made.add(`${surface.entity} ${key} ${kind}`);
    variants.push({ surface, written, form });
  };
  for (const surface of surfaces)
    for (const written of respell(surface.surface).slice(1)) add(surface, written, "whole");
  for (const surface of surfaces) {
    const stem = /^(.{2,}) certifications?$/i.exec(surface.surface)?.[1];
    if (stem !== undefined && !TOO_PLAIN.test(stem))
      add(ABBREVIATION.test(stem) ? { ...surface, case: "exact" } : surface, stem, "elided");
  }
  for (const surface of surfaces) {
    const stem = /^(.{2,}) licen[cs](?:es?|ure)$/i.exec(surface.surface)?.[1];
    if (stem !== undefined && !TOO_PLAIN.test(stem) && !TOO_PLAIN_FOR_LICENCE.test(stem))
      add(ABBREVIATION.test(stem) ? { ...surface, case: "exact" } : surface, stem, "unlicensed");
  }
  for (const surface of surfaces) {
    for (const role of rolesOf(surface.surface))
      for (const article of ["as a", "as an", "as"]) add(surface, `${article} ${role}`, "role");
  }
  return variants;
}

/** Skills are written as the taxonomy has them, but for "&". */
export function skillVariantsOf(surfaces: readonly Surface[]): Omit<Variant, "form">[] {
  const stated = new Set(surfaces.map(({ surface }) => surface.toLowerCase()));
  return surfaces.flatMap((surface) => [
    { surface, written: surface.surface },
    ...otherAnd(surface.surface)
      .filter((written) => !stated.has(written.toLowerCase()))
      .map((written) => ({ surface, written })),
  ]);
}
