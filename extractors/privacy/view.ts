import { decodeEntities } from "../text/entities.js";
import { MARKS, type Span } from "./spans.js";

/** Tags inside a line: what they part reads on without a blank. */
const INLINE = new Set("a abbr b big em font i mark small span strong sub sup tt u wbr".split(" "));
/** Elements whose content is no text for readers. */
const DROPPED = new Set(["script", "style"]);
/** A character reference, once or twice escaped. */
const REFERENCE = /&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,9});/g;
const TAG_NAME = /(?:<|&lt;)\/?([a-zA-Z][a-zA-Z0-9]{0,10})/y;
const LONGEST_ESCAPED_TAG = 2000;
const BLANK = /^\s*$/;
const CDATA = "<![CDATA[";

/** Where a text has the next `part` from a place on; its length where it has none. */
const indexFrom = (text: string, part: string, from: number): number => {
  const at = text.indexOf(part, from);
  return at === -1 ? text.length : at;
};

/** Where the content of a script stands. */
export interface Script {
  start: number;
  end: number;
}

/** The text that readers of some markup see, and where each of its characters stands in the markup. */
export class View {
  readonly #parts: string[] = [];
  /** Three numbers a part: where it begins in the view, where in the markup, and where it ends there. */
  readonly #places: number[] = [];
  #length = 0;
  #endsLine = true;
  #reference = -1;
  readonly scripts: Script[] = [];

  constructor(private readonly markup: string) {
    this.#read();
  }

  get text(): string {
    return this.#parts.join("");
  }

  #add(text: string, start: number, end: number): void {
    if (text === "") return;
    this.#endsLine = false;
    this.#parts.push(text);
    this.#places.push(this.#length, start, end);
    this.#length += text.length;
  }

  /** A line's end where a block begins or ends; blanks between two blocks make no further ones. */
  #break(at: number): void {
    if (this.#endsLine) return;
    this.#add("\n", at, at);
    this.#endsLine = true;
  }

  #read(): void {
    const { markup } = this;
    let close = -1;
    let from = 0;
    for (let at = markup.indexOf("<"); at !== -1; at = markup.indexOf("<", from)) {
      this.#addText(from, at);
      // The next ">" is looked up once and kept, so that a text of "<" alone stays linear.
      if (close < at) close = indexFrom(markup, ">", at);
      from = this.#tag(at, close);
    }
    this.#addText(from, markup.length);
  }

  /** Reads one tag, comment or section; returns where it ends. */
  #tag(at: number, close: number): number {
    const { markup } = this;
    if (markup.startsWith(CDATA, at)) return at + CDATA.length;
    if (markup.startsWith("<!--", at)) {
      const end = markup.indexOf("-->", at + 4);
      return end === -1 ? markup.length : end + 3;
    }
    const name = this.#tagName(at);
    if (name === "") {
      if (!/[!?/]/.test(markup[at + 1] ?? "")) this.#add("<", at, at + 1);
      return /[!?/]/.test(markup[at + 1] ?? "") ? Math.min(markup.length, close + 1) : at + 1;
    }
    if (!INLINE.has(name)) this.#break(at);
    if (!DROPPED.has(name) || markup[at + 1] === "/" || markup[close - 1] === "/")
      return Math.min(markup.length, close + 1);
    const end = indexFrom(markup, `</${name}`, close);
    if (name === "script") this.scripts.push({ start: close + 1, end });
    return end;
  }

  #tagName(at: number): string {
    TAG_NAME.lastIndex = at;
    return TAG_NAME.exec(this.markup)?.[1]?.toLowerCase() ?? "";
  }

  /** Text between tags: character references become their characters, and tags that were escaped are tags. */
  #addText(from: number, to: number): void {
    const { markup } = this;
    const text = markup.slice(from, to);
    if (text === "" || (this.#endsLine && BLANK.test(text))) return;
    // The next "&" is looked up once and kept, so that many short texts stay linear.
    if (this.#reference < from) this.#reference = indexFrom(markup, "&", from);
    const first = this.#reference;
    if (first >= to) {
      this.#add(text, from, to);
      return;
    }
    let at = 0;
    REFERENCE.lastIndex = first - from;
    for (let found = REFERENCE.exec(text); found !== null; found = REFERENCE.exec(text)) {
      const reference = found[0];
      this.#add(text.slice(at, found.index), from + at, from + found.index);
      const end = reference === "&lt;" ? this.#escapedTag(text, from, found.index) : -1;
      at = end === -1 ? found.index + reference.length : end;
      REFERENCE.lastIndex = at;
      if (end === -1) this.#add(decodeEntities(decodeEntities(reference)), from + found.index, from + at);
    }
    this.#add(text.slice(at), from + at, to);
  }

  #escapedTag(text: string, from: number, at: number): number {
    const name = this.#tagName(from + at);
    const close = name === "" ? -1 : text.slice(at, at + LONGEST_ESCAPED_TAG).indexOf("&gt;");
    if (close === -1) return -1;
    if (!INLINE.has(name)) this.#break(from + at);
    return at + close + "&gt;".length;
  }

  /** The part of the view that holds a character: an index into `#places`. */
  #partAt(at: number): number {
    let low = 0;
    let high = this.#places.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#places[middle * 3]! <= at) low = middle;
      else high = middle - 1;
    }
    return low * 3;
  }

  /** Where a span of the view stands in the markup. Within a part that is a decoded reference, it is the whole reference. */
  #placeOf({ start, end }: Span): [start: number, end: number] {
    const [first, last] = [this.#partAt(start), this.#partAt(end - 1)];
    const within = (part: number, at: number): number => at - this.#places[part]!;
    const isPlain = (part: number): boolean => {
      const length = (this.#places[part + 3] ?? this.#length) - this.#places[part]!;
      return this.#places[part + 2]! - this.#places[part + 1]! === length;
    };
    const from = this.#places[first + 1]! + (isPlain(first) ? within(first, start) : 0);
    const to = isPlain(last) ? this.#places[last + 1]! + within(last, end) : this.#places[last + 2]!;
    return [from, to];
  }

  /** The markup with a mark in place of each span of the view; tags inside a span stay. */
  replaced(spans: Span[]): string {
    const parts: string[] = [];
    let at = 0;
    for (const span of spans) {
      const [start, end] = this.#placeOf(span);
      if (start < at) continue;
      const tags = this.markup.slice(start, end).match(/<[^<>]*>|&lt;[^<>&]*&gt;/g) ?? [];
      parts.push(this.markup.slice(at, start), MARKS[span.kind], tags.join(""));
      at = end;
    }
    parts.push(this.markup.slice(at));
    return parts.join("");
  }
}
