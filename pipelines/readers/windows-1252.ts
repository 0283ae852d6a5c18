/** What windows-1252 has at 0x80 to 0x9f (WHATWG encoding standard); the five open places stand for themselves. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const BYTES = new Map([...HIGH].map((char, index) => [char, 0x80 + index]));

/** Labels that the encoding standard makes windows-1252, of those that are met. */
export const isWindows1252 = (label: string): boolean =>
  /^(windows-1252|cp1252|x-cp1252|iso-?8859-1|latin-?1|l1|ascii|us-ascii)$/i.test(label.trim());

/** Decodes windows-1252. Node 20's own TextDecoder decodes it as ISO 8859-1, which loses quotes and dashes. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (char: string) => HIGH[char.charCodeAt(0) - 0x80] ?? char);

/** The byte of a character in windows-1252, or -1. */
export const windows1252Byte = (char: string): number => {
  const code = char.charCodeAt(0);
  return BYTES.get(char) ?? (code < 0x100 && !(code >= 0x80 && code < 0xa0 && HIGH[code - 0x80] !== char) ? code : -1);
};
