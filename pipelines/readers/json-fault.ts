/** Where a text stops being JSON, and what was expected there. */
export interface Fault {
  offset: number;
  expected: string;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
/** An escape as JSON allows it, or (alone) a character that may not stand in a string. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings, which is what is looked for
const ESCAPE_OR_FAULT = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\u0000-\u001f\\]/g;

/** The end of the string whose quote stands at `at` (after its closing quote), or -1 where it is never closed. */
export const stringEnd = (text: string, at: number): number => {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slash = quote - 1;
    while (text[slash] === "\\") slash -= 1;
    if ((quote - slash) % 2 === 1) return quote + 1;
  }
  return -1;
};

export const skipSpace = (text: string, at: number): number => {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
};

/** The end of the string at `at`, or its fault. */
const readString = (text: string, at: number, expected: string): number | Fault => {
  if (text[at] !== '"') return { offset: at, expected };
  const end = stringEnd(text, at);
  const body = text.slice(at + 1, end < 0 ? undefined : end - 1);
  for (const match of body.matchAll(ESCAPE_OR_FAULT))
    if (match[0].length === 1) return { offset: at + 1 + match.index, expected: "an escape or a closing quote" };
  return end < 0 ? { offset: at, expected: "a closed string" } : end;
};

const readScalar = (text: string, at: number): number | Fault => {
  if (text[at] === '"') return readString(text, at, "a string");
  SCALAR.lastIndex = at;
  return SCALAR.test(text) ? SCALAR.lastIndex : { offset: at, expected: "a value" };
};

/** A name of an object and its colon. */
const readName = (text: string, at: number): number | Fault => {
  const end = readString(text, skipSpace(text, at), "a name in double quotes");
  if (typeof end !== "number") return end;
  const colon = skipSpace(text, end);
  return text[colon] === ":" ? colon + 1 : { offset: colon, expected: '":"' };
};

/** Opens a list or an object: after its first name, or after the whole of it where it is empty. */
const readOpening = (text: string, at: number, open: string[]): { at: number | Fault; value: boolean } => {
  const close = text[at] === "{" ? "}" : "]";
  const inside = skipSpace(text, at + 1);
  if (text[inside] === close) return { at: inside + 1, value: true };
  open.push(close);
  return { at: close === "}" ? readName(text, inside) : inside, value: false };
};

/** After a value: its list or object goes on, or ends. */
const readNext = (text: string, at: number, open: string[]): { at: number | Fault; value: boolean } => {
  const close = open.at(-1) ?? "";
  if (text[at] === close) {
    open.pop();
    return { at: at + 1, value: true };
  }
  if (text[at] !== ",") return { at: { offset: at, expected: `"," or "${close}"` }, value: false };
  return { at: close === "}" ? readName(text, at + 1) : at + 1, value: false };
};

/** Finds the first fault of a text that JSON.parse refuses; null where the text is JSON. Linear, without recursion. */
export const jsonFault = (text: string): Fault | null => {
  const open: string[] = [];
  let at: number | Fault = 0;
  let hasValue = false;
  for (;;) {
    at = skipSpace(text, at);
    if (hasValue && open.length === 0) return at === text.length ? null : { offset: at, expected: "the end" };
    const isOpening: boolean = !hasValue && (text[at] === "{" || text[at] === "[");
    const step: { at: number | Fault; value: boolean } = hasValue
      ? readNext(text, at, open)
      : isOpening
        ? readOpening(text, at, open)
        : { at: readScalar(text, at), value: true };
    if (typeof step.at !== "number") return step.at;
    at = step.at;
    hasValue = step.value;
  }
};
