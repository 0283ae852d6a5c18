import { CUE_WORDS, type Topic } from "./words.js";

/** Offsets of the cue words of each topic, ascending. */
export type FactCues = Readonly<Record<Topic, readonly number[]>>;

/** What stands later than this in a text is not read: facts stand early, and a 50 MB text must not stall a stream. */
const READ_AT_MOST = 100_000;

const TOPICS = Object.keys(CUE_WORDS) as Topic[];
const MONEY_BIT = 1 << TOPICS.indexOf("money");
/** Kinds of characters: 1..26 a small letter, 33..58 a capital, and these. */
const SEPARATOR = 0;
const CURRENCY = 27;
const OTHER_LETTER = 28;
const CAPITAL = 32;
const KINDS = 64;
/**
 * States: between words; in a word that is no cue, after a capital and after a small letter. Scraped texts lose their line
 * breaks ("in a small teamBachelor's degree"), so a capital after a small letter begins a word.
 */
const START = 0;
const DEAD = 1;
const DEAD_SMALL = 2;
/** Set on a transition that has something to note. */
const NOTE = 0x8000;

const CURRENCY_SIGNS = new Set([..."$£€¥₹"].map((sign) => sign.charCodeAt(0)));

/** Kind of every UTF-16 code unit. */
const KIND = Uint8Array.from({ length: 65_536 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (code < 128 && /[a-z]/i.test(char)) return (code & 31) + (code < 96 ? CAPITAL : 0);
  if (CURRENCY_SIGNS.has(code)) return CURRENCY;
  return /[\p{L}\p{N}]/u.test(char) ? OTHER_LETTER : SEPARATOR;
});

/** A state of the automaton: how many letters led to it, and the topics (as bits) of which it ends a word or a prefix. */
interface State {
  next: Map<number, number>;
  depth: number;
  whole: number;
  prefix: number;
}

const newState = (depth: number): State => ({ next: new Map(), depth, whole: 0, prefix: 0 });

const buildStates = (): State[] => {
  const states = [newState(0), newState(0), newState(0)];
  for (const [bit, topic] of TOPICS.entries()) {
    for (const entry of CUE_WORDS[topic].split(" ")) {
      const word = entry.replace("*", "");
      let at = states[START] as State;
      for (const char of word) {
        const letter = char.charCodeAt(0) & 31;
        const to = at.next.get(letter) ?? states.push(newState(at.depth + 1)) - 1;
        at.next.set(letter, to);
        at = states[to] as State;
      }
      if (word === entry) at.whole |= 1 << bit;
      else at.prefix |= 1 << bit;
    }
  }
  return states;
};

const STATES = buildStates();

/** A state as a transition leads to it. */
const enter = (state: number): number => ((STATES[state] as State).prefix === 0 ? state : NOTE | state);

/** `TABLE[state * 64 + kind]`: one look-up a character. */
const TABLE = (() => {
  const table = new Uint16Array(STATES.length * KINDS).fill(DEAD);
  const start = (STATES[START] as State).next;
  for (const [i, { next, whole }] of STATES.entries()) {
    const row = i * KINDS;
    table[row + SEPARATOR] = whole === 0 ? START : NOTE | i;
    table[row + CURRENCY] = NOTE | i;
    for (let letter = 1; letter <= 26; letter += 1) {
      table[row + letter] = enter(next.get(letter) ?? DEAD_SMALL);
      table[row + CAPITAL + letter] = enter((i === DEAD_SMALL ? start : next).get(letter) ?? DEAD);
    }
  }
  return table;
})();

const push = (found: number[][], bits: number, at: number): void => {
  for (let left = bits; left !== 0; left &= left - 1) (found[31 - Math.clz32(left & -left)] as number[]).push(at);
};

/** Notes what a transition at `i` into (letter) or out of (separator, currency) a state means; returns the state to go on from. */
const noteAt = (found: number[][], state: number, kind: number, i: number): number => {
  const { depth, whole, prefix } = STATES[state] as State;
  if (kind !== SEPARATOR && kind !== CURRENCY) {
    push(found, prefix, i + 1 - depth);
    return state;
  }
  push(found, whole, i - depth);
  if (kind === CURRENCY) push(found, MONEY_BIT, i);
  return START;
};

const scan = (text: string): FactCues => {
  const found: number[][] = TOPICS.map(() => []);
  const length = Math.min(text.length, READ_AT_MOST);
  let state = START;
  for (let i = 0; i < length; i += 1) {
    const kind = KIND[text.charCodeAt(i)] as number;
    state = TABLE[state * KINDS + kind] as number;
    if (state >= NOTE) state = noteAt(found, state - NOTE, kind, i);
  }
  noteAt(found, state, SEPARATOR, length);
  return Object.fromEntries(TOPICS.map((topic, i) => [topic, found[i]])) as unknown as FactCues;
};

let lastText = "";
let lastCues = scan("");

/**
 * The cues of a text in one pass. The last answer is kept, so that the readers of one posting share a pass; the same
 * text always gives the same cues.
 */
export const cuesOf = (text: string): FactCues => {
  if (text !== lastText) {
    lastCues = scan(text);
    lastText = text;
  }
  return lastCues;
};
