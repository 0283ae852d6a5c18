import { CLASS_OF, foldSurface, isWordClass, JOINER, SPACE } from "../extractors/matching/characters.js";

/** The matcher's semantics, tried at every place for every surface: slow, and obvious. */

const cls = (text: string, at: number): number => CLASS_OF[text.charCodeAt(at)]!;
const isWord = (text: string, at: number): boolean => at >= 0 && at < text.length && isWordClass(cls(text, at));
const glued = (text: string, at: number): boolean => /^[a-z][A-Z]$/.test(text.slice(Math.max(0, at - 1), at + 1));

function starts(text: string, start: number): boolean {
  if (glued(text, start)) return true;
  let before = start - 1;
  while (before >= 0 && cls(text, before) === JOINER) before--;
  if (isWord(text, before)) return false;
  const afterDot = CLASS_OF[".".charCodeAt(0)] === (before < 0 ? -1 : cls(text, before)) && isWord(text, before - 1);
  return !afterDot || (/[A-Z]/.test(text[start]!) && /[a-z]/.test(text[before - 1]!));
}

function gap(text: string, from: number): number {
  let at = from;
  while (at < text.length && (cls(text, at) === SPACE || cls(text, at) === JOINER)) at++;
  const run = text.slice(from, at);
  const blanks = [...run].filter((one) => CLASS_OF[one.charCodeAt(0)] === SPACE).length;
  if (blanks === 0 || blanks > 4 || run.length > 12) return -1;
  const ends = [...run].flatMap((one, i) => (one === "\n" ? [from + i] : []));
  const wrapped = ends.every((end) => end >= 40 && !text.slice(end - 40, end).includes("\n"));
  return ends.length > 1 || !wrapped ? -1 : at;
}

function read(text: string, start: number, key: readonly number[]): number {
  let at = start;
  for (const [index, wanted] of key.entries()) {
    if (wanted === SPACE) {
      at = gap(text, at);
      if (at === -1) return -1;
      continue;
    }
    let run = 0;
    if (index > 0) for (; at < text.length && cls(text, at) === JOINER; at++) run++;
    if (run > 12 || at >= text.length || cls(text, at) !== wanted) return -1;
    at++;
  }
  return at;
}

function ends(text: string, end: number): number {
  let at = end;
  while (at < text.length && at - end < 12 && cls(text, at) === JOINER) at++;
  if (at >= text.length) return end;
  const word = isWord(text, end - 1);
  if (isWord(text, at)) {
    const plural = word && CLASS_OF[text.charCodeAt(at)] === CLASS_OF["s".charCodeAt(0)] && !isWord(text, at + 1);
    if (plural) return at === end ? end + 1 : end;
    return glued(text, end) ? end : -1;
  }
  const next = cls(text, at);
  if (next === CLASS_OF["+".charCodeAt(0)] || next === CLASS_OF["#".charCodeAt(0)])
    return isWord(text, at + 1) ? end : -1;
  const dotted = next === CLASS_OF[".".charCodeAt(0)] && at === end && word;
  return dotted && /[a-z0-9]/.test(text[at + 1] ?? "") ? -1 : end;
}

/** Every hit as "start-end surface", in order. */
export function slowHits(text: string, surfaces: readonly string[]): string[] {
  const found: string[] = [];
  for (const surface of surfaces) {
    const key = foldSurface(surface);
    for (let start = 0; start < text.length; start++) {
      if (!starts(text, start) || cls(text, start) !== key[0]) continue;
      const read_ = read(text, start, key);
      const end = read_ === -1 ? -1 : ends(text, read_);
      if (end !== -1) found.push(`${start}-${end} ${surface}`);
    }
  }
  return found.sort();
}
