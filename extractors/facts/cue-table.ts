/** What a unit is to a cue: 1..26 a letter in either case, and these; a currency sign separates words too. */
const SEPARATOR = 0;
export const CURRENCY = 27;
const OTHER = 28;
/** Room for them in a row of the table. */
const KINDS = 32;

/** UTF-16 code units of currency signs. */
export const SIGNS: ReadonlySet<number> = new Set([..."$£€¥₹"].map((sign) => sign.charCodeAt(0)));

/** Kind of every UTF-16 code unit. */
export const KIND: Uint8Array = Uint8Array.from({ length: 65_536 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (code < 128 && /[a-z]/i.test(char)) return code & 31;
  if (SIGNS.has(code)) return CURRENCY;
  return /[\p{L}\p{N}]/u.test(char) ? OTHER : SEPARATOR;
});

export const isSeparator = (kind: number): boolean => kind === SEPARATOR || kind === CURRENCY;

/** Rows of states that no cue leads to, and of the beginning of a word. */
const DEAD = 0;
const START = KINDS;
/** Set on a transition that has something to note; rows begin at multiples of 32, so the bit is free. */
const NOTE = 1;

/** A state of the automaton: which letters lead on, and the topics (as bits) of which it ends a word or a prefix. */
interface State {
  next: Map<number, number>;
  whole: number;
  prefix: number;
}

export interface CueTable {
  /** `table[row + kind]` is the next state's row, with NOTE: one look-up a character. */
  table: Uint16Array;
  /** By state: the topics that a word is which ends here, and that a word is which goes on from here. */
  whole: Int32Array;
  prefix: Int32Array;
}

/** Most states whose rows a 16-bit offset reaches. */
const MOST_STATES = 0x10000 / KINDS;

const newState = (): State => ({ next: new Map(), whole: 0, prefix: 0 });

/** The words of a list, a trailing `*` making one a prefix, as the kinds of their letters. */
export const wordsOf = (list: string): { letters: number[]; isPrefix: boolean }[] =>
  list.split(" ").map((entry) => {
    const word = entry.replace("*", "");
    return { letters: Array.from(word, (char) => char.charCodeAt(0) & 31), isPrefix: word !== entry };
  });

const statesOf = (lists: readonly string[]): State[] => {
  const states = [newState(), newState()];
  for (const [bit, list] of lists.entries()) {
    for (const { letters, isPrefix } of wordsOf(list)) {
      let at = states[START / KINDS]!;
      for (const letter of letters) {
        const to = at.next.get(letter) ?? states.push(newState()) - 1;
        at.next.set(letter, to);
        at = states[to]!;
      }
      if (isPrefix) at.prefix |= 1 << bit;
      else at.whole |= 1 << bit;
    }
  }
  if (states.length > MOST_STATES) throw new Error(`cue words need ${states.length} states of at most ${MOST_STATES}`);
  return states;
};

/** Builds the table of lists of words by topic, of at most 31 topics; a trailing `*` makes a word a prefix. */
export const buildCueTable = (words: Readonly<Record<string, string>>): CueTable => {
  const lists = Object.values(words);
  const states = statesOf(lists);
  const table = new Uint16Array(states.length * KINDS).fill(DEAD);
  for (const [i, { next, whole }] of states.entries()) {
    const row = i * KINDS;
    for (const end of [SEPARATOR, CURRENCY]) table[row + end] = whole === 0 ? DEAD : row + NOTE;
    for (const [letter, to] of next) table[row + letter] = to * KINDS + (states[to]!.prefix === 0 ? 0 : NOTE);
  }
  return {
    table,
    whole: Int32Array.from(states, ({ whole }) => whole),
    prefix: Int32Array.from(states, ({ prefix }) => prefix),
  };
};

/** Cues that were met: their topics as bits, and where they start. Room that each text uses anew. */
export class Notes {
  topics: Int32Array = new Int32Array(1 << 7);
  at: Int32Array = new Int32Array(1 << 7);
  count = 0;

  add(topics: number, at: number): void {
    if (this.count === this.at.length) {
      this.topics = wider(this.topics);
      this.at = wider(this.at);
    }
    this.topics[this.count] = topics;
    this.at[this.count++] = at;
  }
}

/** The same numbers with as much room again. */
export const wider = (numbers: Int32Array): Int32Array => {
  const wide = new Int32Array(2 * numbers.length);
  wide.set(numbers);
  return wide;
};

/** Notes the cues that the word at `start` is or begins with. */
export const readCue = ({ table, whole, prefix }: CueTable, codes: Uint16Array, start: number, notes: Notes): void => {
  let row = START;
  for (let at = start; ; at++) {
    const kind = KIND[codes[at]!]!;
    row = table[row + kind]!;
    if (row === DEAD) return;
    if ((row & NOTE) === 0) continue;
    row -= NOTE;
    const isEnd = isSeparator(kind);
    notes.add((isEnd ? whole : prefix)[row / KINDS]!, start);
    if (isEnd) return;
  }
};
