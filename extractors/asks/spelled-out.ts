import type { NamedMeaning } from "../matching/meaning.js";
import { isCapital } from "../text/codes.js";
import type { Reading } from "./reading.js";

const OPEN = 40;
const OPENS_BEHIND = /^\s?\(([A-Z][^()\n]{4,80})\)/;

/** The capitalised words in the parenthesis behind an abbreviation, where they begin with its letters. */
function spelledBehind(text: string, end: number, written: string): readonly string[] | null {
  if (text.charCodeAt(end) !== OPEN && text.charCodeAt(end + 1) !== OPEN) return null;
  const words = OPENS_BEHIND.exec(text.slice(end, end + 90))?.[1]
    ?.split(/[\s-]+/)
    .filter((word) => isCapital(word.charCodeAt(0)));
  return words?.map((word) => word[0]).join("") === written ? words : null;
}

/**
 * Whether the posting itself spells the abbreviation out as something else: "Landmarks Preservation Commission (LPC)",
 * "CPA (Care Programme Approach)". The words must begin with its letters and be no name of the certificate.
 */
export function meansOther(
  { text, surroundings, lexicon }: Reading,
  end: number,
  { entity, written }: NamedMeaning,
): boolean {
  if (!isCapital(written.charCodeAt(0))) return false;
  const words = spelledBehind(text, end, written) ?? surroundings.spelledOut(written);
  return words !== null && !lexicon.wordsOf(entity, words);
}
