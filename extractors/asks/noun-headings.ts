import { letterCount } from "../text/codes.js";
import type { InSentence } from "./site.js";

/** Nouns of unnamed requests that head what follows: "Licenses and Certifications:". */

/** What is left of "Licenses, Registrations, or Certifications" is nothing: a heading. */
const ONLY_NOUNS =
  /^qualifications\s?:\s(?=\()|^(?:required|preferred|minimum|additional|desired)\s|licen[cs]es?|licensures?|registrations?|certifications?|certificates?|credentials?|memberships?|listings?|education|training|skills|background|knowledge|requirements?|and\/or|\b(?:and|or)\b|[\s,/&•*()-]+/gi;

const HEADING_WORDS =
  /^(?:[\s,/&•*()-]|\b(?:and|or|licen[cs]es?|licensures?|registrations?|certifications?|certificates?|credentials?|memberships?|permits?|requirements?|required)\b){1,40}/i;
const NONE_BEHIND = /^\s?[:–-]?\s{0,2}(?:none\b|n\/a\b|not applicable\b|nil\b)/i;

/** "Certifications (if applicable)" heads what some have. */
const IF_ANY = /^\s?\(?if (?:applicable|any)\)/i;

/** "Licences, Registrations or Certifications: None". */
export function saysNone(after: string): boolean {
  const behind = after.replace(HEADING_WORDS, "");
  return IF_ANY.test(after) || IF_ANY.test(behind) || NONE_BEHIND.test(behind);
}

const CAPITALS_BEFORE = /[A-Z,/&\s()-]{0,60}$/;
const CAPITALS_BEHIND = /^[A-Z,/&\s()-]{0,60}/;

const LONGEST_LEAD = 60;
const TITLED_BEFORE =
  /^[^A-Za-z]{0,6}(?:(?:Required|Preferred|Minimum|Additional|Desired)\s)?(?:(?:Licens(?:ure|es?)|Certifications?|Registrations?|Credentials?)(?:,\s|\s?\/\s?|\s&\s|,?\s(?:and|or)\s)){0,3}$/;
const TITLED_BEHIND =
  /^(?:,?\s{0,2}(?:and\s|or\s|&\s?|\/\s?)?(?:Licens(?:ure|es?)|Certifications?|Registrations?|Registries|Credentials?)\b){1,4}\s{1,2}[A-Z][a-z]/;

/** "LICENSES, CERTIFICATIONS, OR REGISTRATIONS Ability to ...", "Required Licensure, Certifications All of ...": a heading whose line end was lost. */
export function isFlatHeading({ text, start, end, from, to }: InSentence): boolean {
  const noun = text.slice(start, end);
  if (noun !== noun.toUpperCase())
    return (
      start - from < LONGEST_LEAD &&
      TITLED_BEFORE.test(text.slice(from, start)) &&
      TITLED_BEHIND.test(text.slice(end, Math.min(to, end + 80)))
    );
  const before = CAPITALS_BEFORE.exec(text.slice(Math.max(from, start - 60), start))![0];
  const behind = CAPITALS_BEHIND.exec(text.slice(end, Math.min(to, end + 60)))![0];
  if (end + behind.length >= to) return false;
  return `${before}${noun}${behind.replace(/[A-Z]$/, "")}`.replace(ONLY_NOUNS, "") === "";
}

/** A short line that a colon ends or that is all in capitals, or nothing but the noun. */
export function isHeading({ text, start, end, from, to }: InSentence): boolean {
  const line = text.slice(from + text.slice(from, start).lastIndexOf("\n") + 1, to).trim();
  if (
    line.length <= 90 &&
    (line.endsWith(":") || (line === line.toUpperCase() && line.length > 12 && !line.endsWith(".")))
  )
    return true;
  if (/^[A-Z]/.test(line) && line.replace(ONLY_NOUNS, "") === "") return true;
  return (
    letterCount(line) === letterCount(text.slice(start, end)) ||
    /^\s{0,2}(?:and registration\s)?[-–:]\s(?!\s?(?:strongly |highly )?(?:required|preferred|mandatory|desired|desirable|optional|a plus)\s{0,2}(?:$|[.,;)•*]))/i.test(
      text.slice(end, end + 40),
    )
  );
}
