import { skipSpace, stringEnd } from "./json-fault.js";

/** Anything up to the next bracket, quote, comma or end: numbers, literals and what should not be there. */
const PLAIN = /[^[\]{}",]+/y;

const skipPlain = (text: string, at: number): number => {
  PLAIN.lastIndex = at;
  return PLAIN.test(text) ? PLAIN.lastIndex : at + 1;
};

/** The end of the value that begins at `at`, by its brackets alone; -1 where the text ends inside it. */
export const endOf = (text: string, at: number): number => {
  let depth = 0;
  for (let next = at; next < text.length; ) {
    const char = text[next] ?? "";
    if (depth === 0 && next > at && ",]}".includes(char)) return next;
    if (char === '"') {
      next = stringEnd(text, next);
      if (next < 0) return -1;
    } else {
      if (char === "{" || char === "[") depth += 1;
      if (char === "}" || char === "]") depth -= 1;
      next = "{}[],".includes(char) ? next + 1 : skipPlain(text, next);
    }
    if (depth <= 0 && '"}]'.includes(char)) return next;
  }
  return -1;
};

/** Where the value of the name `wanted` begins in the object that opens at `at`, or -1. */
const valueAt = (text: string, at: number, wanted: string): number => {
  let next = skipSpace(text, at + 1);
  while (text[next] === '"') {
    const end = stringEnd(text, next);
    if (end < 0) return -1;
    const value = skipSpace(text, skipSpace(text, end) + 1);
    if (text.slice(next + 1, end - 1) === wanted) return value;
    const after = endOf(text, value);
    if (after < 0) return -1;
    next = skipSpace(text, skipSpace(text, after) + 1);
  }
  return -1;
};

/** Where the list at a dotted path begins (at its bracket), or -1. */
export const listAt = (text: string, path: string[]): number => {
  let at = skipSpace(text, 0);
  for (const name of path) {
    if (text[at] !== "{") return -1;
    at = valueAt(text, at, name);
    if (at < 0) return -1;
  }
  return text[at] === "[" ? at : -1;
};

/** Line and column of an offset, both from 1; cheap where offsets only grow. */
export type Place = (offset: number) => { line: number; column: number };

export const lineCounter = (text: string): Place => {
  let [line, lineStart] = [1, 0];
  return (offset) => {
    if (offset < lineStart) [line, lineStart] = [1, 0];
    for (let next = text.indexOf("\n", lineStart); next >= 0 && next < offset; next = text.indexOf("\n", lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
};

/** How items of this list begin (brace and first name): where reading goes on after an item that has no end. */
export const beginning = (text: string, at: number): RegExp | null => {
  const first = /\{\s*"(?:[^"\\]|\\.){1,100}"\s*:/y;
  first.lastIndex = at;
  const found = first.exec(text)?.[0];
  if (found === undefined) return null;
  const name = found.replace(/^\{\s*|\s*:$/g, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\{\\s*${name}\\s*:`, "g");
};
