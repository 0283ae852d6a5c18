import { CLASS_OF, JOINER, SPACE } from "./characters.js";

const CAPITAL_S = 83;

const isPassed = (code: number): boolean => {
  const cls = CLASS_OF[code]!;
  return cls === JOINER || cls === SPACE;
};

/**
 * Whether the text spells `written` letter by letter, in the same case; joiners, dashes and blanks aside, and a plural "s". A
 * capital "S" is no plural ("SASS" is not "SAS").
 */
export function isWritten(text: string, start: number, end: number, written: string): boolean {
  let at = start;
  for (let i = 0; i < written.length; i++) {
    const wanted = written.charCodeAt(i);
    if (isPassed(wanted)) continue;
    while (at < end && isPassed(text.charCodeAt(at))) at++;
    if (at >= end) return false;
    const code = text.charCodeAt(at++);
    const bothAscii = code < 128 && wanted < 128;
    if (bothAscii && code !== wanted) return false;
  }
  return !endsInCapitalPlural(text, at, end);
}

/** Whether a capital "S" stands between the last letter that was read and the end of a hit. */
function endsInCapitalPlural(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === CAPITAL_S) return true;
  return false;
}
