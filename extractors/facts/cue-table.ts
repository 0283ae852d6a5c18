/** Kinds of characters: 1..26 a small letter, 33..58 a capital, and these. */
const SEPARATOR = 0;
const CURRENCY = 27;
const OTHER_LETTER = 28;
const CAPITAL = 32;
const KINDS = 64;

const CURRENCY_SIGNS = new Set([..."$£€¥₹"].map((sign) => sign.charCodeAt(0)));

/** Kind of every UTF-16 code unit. */
const KIND = Uint8Array.from({ length: 65_536 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (code < 128 && /[a-z]/i.test(char)) return (code & 31) + (code < 96 ? CAPITAL : 0);
  if (CURRENCY_SIGNS.has(code)) return CURRENCY;
  return /[\p{L}\p{N}]/u.test(char) ? OTHER_LETTER : SEPARATOR;
});

/**
 * States, as offsets of their rows: between words; in a word that is no cue, after a capital and after a small letter. Scraped
 * texts lose their line breaks ("in a small teamBachelor's degree"), so a capital after a small letter begins a word.
 */
const START = 0;
const DEAD = 1;
const DEAD_SMALL = 2;
/** The row of DEAD; with NOTE after a capital that ends a cue: whether it begins a word, the character before it tells. */
const LOST = DEAD * KINDS;
/** Set on a transition that has something to note; rows begin at multiples of 64, so the bit is free. */
const NOTE = 1;

/** A state of the automaton: how many letters led to it, and the topics (as bits) of which it ends a word or a prefix. */
interface State {
  next: Map<number, number>;
  depth: number;
  whole: number;
  prefix: number;
}

export interface CueTable {
  states: readonly State[];
  /** `table[row + kind]` is the next state's row, with NOTE: one look-up a character. */
  table: Uint16Array;
}

/** Most states whose rows a 16-bit offset reaches. */
const MOST_STATES = 0x10000 / KINDS;

const newState = (depth: number): State => ({ next: new Map(), depth, whole: 0, prefix: 0 });

const statesOf = (words: Readonly<Record<string, string>>): State[] => {
  const states = [newState(0), newState(0), newState(0)];
  for (const [bit, list] of Object.values(words).entries()) {
    for (const entry of list.split(" ")) {
      const word = entry.replace("*", "");
      let at = states[START]!;
      for (const char of word) {
        const letter = char.charCodeAt(0) & 31;
        const to = at.next.get(letter) ?? states.push(newState(at.depth + 1)) - 1;
        at.next.set(letter, to);
        at = states[to]!;
      }
      if (word === entry) at.whole |= 1 << bit;
      else at.prefix |= 1 << bit;
    }
  }
  if (states.length > MOST_STATES) throw new Error(`cue words need ${states.length} states of at most ${MOST_STATES}`);
  return states;
};

/** Builds the table of lists of words by topic, of at most 31 topics; a trailing `*` makes a word a prefix. */
export const buildCueTable = (words: Readonly<Record<string, string>>): CueTable => {
  const states = statesOf(words);
  const table = new Uint16Array(states.length * KINDS).fill(LOST);
  const enter = (state: number): number => state * KINDS + (states[state]!.prefix === 0 ? 0 : NOTE);
  const start = states[START]!.next;
  const atCapital = (state: number): number => (state > DEAD_SMALL ? LOST + NOTE : LOST);
  for (const [i, { next, whole }] of states.entries()) {
    const row = i * KINDS;
    table[row + SEPARATOR] = whole === 0 ? START : row + NOTE;
    table[row + CURRENCY] = row + NOTE;
    for (let letter = 1; letter <= 26; letter++) {
      table[row + letter] = enter(next.get(letter) ?? DEAD_SMALL);
      const to = (i === DEAD_SMALL ? start : next).get(letter);
      table[row + CAPITAL + letter] = to === undefined ? atCapital(i) : enter(to);
    }
  }
  return { states, table };
};

const isSmall = (kind: number): boolean => kind > 0 && kind <= 26;

/** What a scan tells of a cue: its topics as bits, and where it starts. */
export type Note = (topics: number, at: number) => void;

/** Tells of every cue among the first `length` of `codes`, in one pass; `sign` stands for the topics of a currency sign. */
export const scanCues = (
  { states, table }: CueTable,
  codes: Uint16Array,
  length: number,
  sign: number,
  note: Note,
): void => {
  const kinds = KIND;
  let row = START;
  for (let i = 0; i < length; i++) {
    const kind = kinds[codes[i]!]!;
    row = table[row + kind]!;
    if ((row & NOTE) === 0) continue;
    row -= NOTE;
    if (row === LOST && kind > CAPITAL) {
      row = isSmall(kinds[codes[i - 1]!]!) ? table[kind]! : row;
      continue;
    }
    const { depth, whole, prefix } = states[row / KINDS]!;
    if (kind !== SEPARATOR && kind !== CURRENCY) note(prefix, i + 1 - depth);
    else {
      if (whole !== 0) note(whole, i - depth);
      if (kind === CURRENCY) note(sign, i);
      row = START;
    }
  }
  const { depth, whole } = states[row / KINDS]!;
  if (whole !== 0) note(whole, length - depth);
};
