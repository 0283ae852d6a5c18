import { isDigit } from "../text/codes.js";

/** Sign or code -> ISO 4217. Longer signs first. */
const SIGNS: readonly (readonly [string, string])[] = [
  ["US$", "USD"],
  ["CA$", "CAD"],
  ["AU$", "AUD"],
  ["NZ$", "NZD"],
  ["C$", "CAD"],
  ["A$", "AUD"],
  ["S$", "SGD"],
  ["$", "USD"],
  ["£", "GBP"],
  ["€", "EUR"],
  ["¥", "JPY"],
  ["₹", "INR"],
];

const BY_SIGN: ReadonlyMap<string, string> = new Map(SIGNS);

/** Codes that postings write beside amounts; "birr" is written out. */
const BY_WORD: ReadonlyMap<string, string> = new Map([
  ...["USD", "GBP", "EUR", "CAD", "AUD", "NZD", "CHF", "ETB", "INR", "SEK", "NOK", "DKK", "PLN", "JPY", "ZAR"].map(
    (code) => [code.toLowerCase(), code] as const,
  ),
  ["birr", "ETB"],
]);

/** ISO 4217 code of a sign or word, in either case; null for others. */
export const currencyOf = (written: string): string | null =>
  BY_SIGN.get(written.toUpperCase()) ?? BY_WORD.get(written.toLowerCase()) ?? null;

/** Source of a pattern for an amount: grouped by comma, dot, space or apostrophe, or plain; with a `k` for thousands. */
export const AMOUNT = String.raw`(?:\d{1,3}(?:[,.’' ]\d{3}){1,3}(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d{1,7}(?:[.,]\d{1,2}(?!\d))?)\s?(?:[kK](?![a-zA-Z]))?`;

const ZERO = "0".charCodeAt(0);
const COMMA = ",".charCodeAt(0);
const DOT = ".".charCodeAt(0);
const THOUSAND = "k".charCodeAt(0);

/** The number that AMOUNT matched: "50.000" and "50,000" are fifty thousand, "18.50" and "18,50" eighteen and a half. */
export const amountOf = (written: string): number => {
  let digits = 0;
  let factor = 1;
  // Ten to the number of digits behind the last dot or comma, of which one or two are cents; 0 without such a mark.
  let scale = 0;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (isDigit(code)) {
      digits = digits * 10 + code - ZERO;
      scale *= 10;
    } else if (code === DOT || code === COMMA) scale = 1;
    else if ((code | 32) === THOUSAND) factor = 1000;
  }
  return (scale === 10 || scale === 100 ? digits / scale : digits) * factor;
};
