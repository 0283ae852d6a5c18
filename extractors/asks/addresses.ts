import { codesOf, isSpace } from "../text/codes.js";
import { unitsOf } from "../text/units.js";

const ADDRESS = /[@/\\]|www\.|\.(?:com|org|net|gov|edu|io|co)\b/i;

const ADDRESS_MARKS = codesOf("@/.:=_");
const BEHIND_MARKS = codesOf("@.=_");

const [AT, DOT, SLASH] = [64, 46, 47];
/** Whether a dot, an "@" or two slashes stand in `[from, to)`: no address lacks them. */
function isMarked(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = codes[at]!;
    if (code === DOT || code === AT || (code === SLASH && codes[at + 1] === SLASH)) return true;
  }
  return false;
}

/** Part of a web or mail address: "https://cna.example", "cpa@example". */
export function inAddress(text: string, start: number, end: number): boolean {
  const { codes } = unitsOf(text);
  const isBehind = start > 0 && ADDRESS_MARKS[codes[start - 1]!] === 1;
  if (!isBehind && BEHIND_MARKS[codes[end]!] === 0) return false;
  let [from, to] = [start, end];
  while (from > 0 && start - from < 80 && !isSpace(codes[from - 1]!)) from--;
  while (to < text.length && to - end < 80 && !isSpace(codes[to]!)) to++;
  if (!isMarked(codes, from, to)) return false;
  const token = text.slice(from, to);
  return (
    /https?:\/\/|www\.|@\w/.test(token) || (ADDRESS.test(token) && /\w\.(?:com|org|net|gov|edu|io)\b/i.test(token))
  );
}
