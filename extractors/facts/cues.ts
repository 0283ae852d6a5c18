import { edgesOf } from "../matching/edges.js";
import { Units, unitsOf } from "../text/units.js";
import { openingsOf, placesOf } from "./cue-openings.js";
import { scanCues, scanWords } from "./cue-scan.js";
import { buildCueTable, Notes, wider } from "./cue-table.js";
import { CUE_WORDS, TITLE_WORDS, type TitleTopic, type Topic } from "./words.js";

/** Ascending offsets; so many are set. Room that each text uses anew. */
export class Offsets {
  at: Int32Array = new Int32Array(1 << 6);
  count = 0;

  push(offset: number): void {
    if (this.count === this.at.length) {
      this.at = wider(this.at);
    }
    this.at[this.count++] = offset;
  }

  /** Index of the first that is not below `from`. */
  firstFrom(from: number): number {
    const { at, count } = this;
    let low = 0;
    for (let high = count; low < high; ) {
      const middle = (low + high) >> 1;
      if (at[middle]! < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether one of them lies in `[from, to)`. */
  anyWithin(from: number, to: number): boolean {
    const first = this.firstFrom(from);
    return first < this.count && this.at[first]! < to;
  }

  /** Whether one of them is as `is` says, asked in their order. */
  some(text: string, is: (text: string, at: number) => boolean): boolean {
    const { at, count } = this;
    for (let i = 0; i < count; i++) if (is(text, at[i]!)) return true;
    return false;
  }
}

/** Offsets of the cue words of each topic. */
export type FactCues = Readonly<Record<Topic, Offsets>>;

/** What stands later than this in a text is not read: facts stand early, and a 50 MB text must not stall a stream. */
const READ_AT_MOST = 100_000;

const TOPICS = Object.keys(CUE_WORDS) as Topic[];
const MONEY = 1 << TOPICS.indexOf("money");
const TABLE = buildCueTable(CUE_WORDS);
const OPENINGS = openingsOf(Object.values(CUE_WORDS));

const ALL = TOPICS.map(() => new Offsets());
const CUES = Object.fromEntries(TOPICS.map((topic, i) => [topic, ALL[i]])) as FactCues;

const NOTES = new Notes();

const scan = (text: string): void => {
  NOTES.count = 0;
  const places = placesOf(OPENINGS, edgesOf(text));
  scanCues(TABLE, unitsOf(text).codes, Math.min(text.length, READ_AT_MOST), places, MONEY, NOTES);
  for (const offsets of ALL) offsets.count = 0;
  const { topics, at, count } = NOTES;
  for (let i = 0; i < count; i++)
    for (let left = topics[i]!; left !== 0; left &= left - 1) ALL[31 - Math.clz32(left & -left)]!.push(at[i]!);
};

let lastText = "";

/**
 * The cues of a text in one pass. The last ones are kept, so that the readers of one posting share a pass; the next text overwrites
 * them.
 */
export const cuesOf = (text: string): FactCues => {
  if (text !== lastText) {
    scan(text);
    lastText = text;
  }
  return CUES;
};

const TITLE_TABLE = buildCueTable(TITLE_WORDS);
const TITLE_TOPICS = Object.keys(TITLE_WORDS) as TitleTopic[];
/** Longest part of a title that is read. */
const TITLE_AT_MOST = 200;
/** Units of its own, so that a title leaves those of the text standing. */
const TITLE_UNITS = new Units();

let lastTitle = "";
let lastTitleTopics = 0;

/** Whether a title has a word of the topic among its first 200 characters. The last title is kept. */
export const titleHas = (title: string, topic: TitleTopic): boolean => {
  if (title !== lastTitle) {
    NOTES.count = 0;
    scanWords(TITLE_TABLE, TITLE_UNITS.read(title).codes, Math.min(title.length, TITLE_AT_MOST), NOTES);
    let found = 0;
    for (let i = 0; i < NOTES.count; i++) found |= NOTES.topics[i]!;
    [lastTitle, lastTitleTopics] = [title, found];
  }
  return (lastTitleTopics & (1 << TITLE_TOPICS.indexOf(topic))) !== 0;
};
