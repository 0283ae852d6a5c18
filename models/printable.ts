/**
 * Marks that a terminal obeys (escape sequences), or that turn the reading order round so that words show as others (Unicode
 * TR36, 2.5.1; "Trojan Source", CVE-2021-42574). Tab and line feed are none of them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A posting's words as they may be shown: what would rewrite the screen or the sentence around it is a replacement character. */
export const printable = (text: string): string => text.replace(OBEYED, "\ufffd");
