import { codesOf, isSpace } from "../text/codes.js";
import { unitsOf } from "../text/units.js";

const ADDRESS = /[@/\\]|www\.|\.(?:com|org|net|gov|edu|io|co)\b/i;

const ADDRESS_MARKS = codesOf("@/.:=_");
const BEHIND_MARKS = codesOf("@.=_");

/** Part of a web or mail address: "https://cna.example", "cpa@example". */
export function inAddress(text: string, start: number, end: number): boolean {
  const { codes } = unitsOf(text);
  const isBehind = start > 0 && ADDRESS_MARKS[codes[start - 1]!] === 1;
  if (!isBehind && BEHIND_MARKS[codes[end]!] === 0) return false;
  let [from, to] = [start, end];
  while (from > 0 && start - from < 80 && !isSpace(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - end < 80 && !isSpace(text.charCodeAt(to))) to++;
  const token = text.slice(from, to);
  return (
    /https?:\/\/|www\.|@\w/.test(token) || (ADDRESS.test(token) && /\w\.(?:com|org|net|gov|edu|io)\b/i.test(token))
  );
}
