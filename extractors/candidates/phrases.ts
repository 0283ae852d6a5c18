import { JOINERS, PLAIN } from "./words.js";

/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

interface Token extends Stretch {
  word: string;
}

/** Farther than this from its noun no name reaches. */
const REACH = 90;
const MOST_WORDS = 8;
/** A parenthesis, comma or stop ends a phrase; a hyphen, slash, plus or apostrophe is part of a word. */
const BREAK = /\n|[,;:!?()[\]{}"“”•|=*<>…]|\.(?=\s|$)|\s[-–—]\s/;
const BREAKS = new RegExp(BREAK, "g");
const NAME_WORD = /^[A-Z0-9]/;

function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.slice(from, to).matchAll(/[^\s]{1,40}/g))
    tokens.push({ word, start: from + index, end: from + index + word.length });
  return tokens;
}

const isPlain = ({ word }: Token): boolean => PLAIN.has(word.toLowerCase()) || JOINERS.has(word.toLowerCase());

/** The words without what leads in ("Current", "State of") and without a joiner at the end; null where nothing names anything. */
function trimmed(tokens: readonly Token[]): Stretch | null {
  let first = 0;
  let last = tokens.length;
  while (first < last && isPlain(tokens[first]!)) first++;
  while (last > first && JOINERS.has(tokens[last - 1]!.word.toLowerCase())) last--;
  return first === last ? null : { start: tokens[first]!.start, end: tokens[last - 1]!.end };
}

const isNameWord = ({ word }: Token): boolean => NAME_WORD.test(word);

/** The capitalised words that end at `end`, a blank before it: "Texas Master Electrician" before "License". */
export function namedBefore(text: string, end: number): Stretch | null {
  const reach = Math.max(0, end - REACH);
  const lead = text.slice(reach, end);
  // What the reach cuts in two is no word.
  let from = reach === 0 ? 0 : reach + lead.search(/\s|$/);
  for (const { 0: mark, index } of lead.matchAll(BREAKS)) from = reach + index + mark.length;
  const tokens = tokensOf(text, from, end);
  let first = tokens.length;
  while (first > 0 && tokens.length - first < MOST_WORDS) {
    const token = tokens[first - 1]!;
    if (!isNameWord(token) && !JOINERS.has(token.word.toLowerCase())) break;
    first--;
  }
  return trimmed(tokens.slice(first));
}

/** At most two uncapitalised words that end at `end` and say what is attested: "forklift operator" before "license". */
export function plainBefore(text: string, end: number): Stretch | null {
  const lead = text.slice(Math.max(0, end - 40), end);
  const words = /(?:^|[\s(/])((?:[a-z][a-z-]{2,15}\s)?[a-z][a-z-]{2,15})$/.exec(lead);
  if (words === null) return null;
  const tokens = tokensOf(text, end - words[1]!.length, end);
  const last = tokens.at(-1)!;
  if (isPlain(last) || FLOWS.test(last.word)) return null;
  return trimmed(tokens.filter((token) => token === last || !FLOWS.test(token.word)));
}

/** Words of a sentence rather than of a name: verbs and adverbs before "certificate". */
const FLOWS =
  /ing$|ly$|ed$|^(?:also|been|being|this|from|into|submit|issue|provide|provides|support|approve|receive|send|same|another|first|second|each|every|under|through|during|after|before|than|more|most|regionally|pre|non|over|company|client|family|list|copy|number|online|its|her|his|but|not|one|get|were|was|has|had|did|does|out-of-state|gift|credit|voter|selective)$/;

/** The words from `start` on while `goes` says so and nothing breaks the phrase. */
function phraseFrom(text: string, start: number, goes: (token: Token) => boolean): Token[] {
  const reach = text.slice(start, start + REACH);
  const stop = reach.search(BREAK);
  const end = start + (stop === -1 ? reach.length : stop);
  const tokens = tokensOf(text, start, end).slice(0, MOST_WORDS);
  const until = tokens.findIndex((token) => !goes(token));
  return until === -1 ? tokens : tokens.slice(0, until);
}

/** The capitalised words from `start` on: "Xyz Specialist" behind "Certified". */
export const namedBehind = (text: string, start: number): Stretch | null =>
  trimmed(phraseFrom(text, start, (token) => isNameWord(token) || JOINERS.has(token.word.toLowerCase())));

/** The words from `start` on up to a break or a word that goes on with something else. */
const ENDS =
  /^(?:is|are|and|or|with|from|by|at|on|for|to|preferred|required|desired|desirable|a|an|the|within|who|that|which|as|in|must|will|plus|strongly|highly|issued|may|can|if|when|where|you|we|prior|through|per)$/i;
export const wordsBehind = (text: string, start: number, most: number): Stretch | null =>
  trimmed(phraseFrom(text, start, ({ word }) => !ENDS.test(word)).slice(0, most));
