import type { Pay } from "../models/extraction.js";
import type { PayPeriod } from "../models/posting.js";
import { cuesOf, type Offsets } from "./facts/cues.js";
import { AMOUNT, amountOf, currencyOf } from "./facts/money.js";
import { bySize, SMALL_UNITS, statedPeriod } from "./facts/pay-period.js";
import { isCapital, isSpace } from "./text/codes.js";

const SIGN = String.raw`(?:US\$|CA\$|AU\$|NZ\$|[CAS]\$|[$£€¥₹])`;
const CODE = "(?:usd|gbp|eur|cad|aud|nzd|chf|etb|birr|inr|sek|nok|dkk|pln|jpy|zar)";
const EACH = String.raw`(?:\s?(?:\/|per)\s?(?:hour|hr|yr|year|month|week|day|annum)\.?)?`;
const BETWEEN = String.raw`\s{0,3}(?:-{1,2}|–|—|−|to\b|and\b|through\b|up to\b|\/hour to|a year to)\s{0,3}(?:and\s)?`;

/** From the first figure on: one amount or a range, and the code behind it. */
const FIGURES = new RegExp(
  `(${AMOUNT})\\+?(?:\\.00)?(?:\\s?${CODE}\\b)?${EACH}(?:${BETWEEN}(?:up to )?(?:(?:${SIGN}|${CODE})\\s{0,2})?(${AMOUNT}))?\\+?(?:\\s{0,2}\\(?(${CODE})\\b)?`,
  "iy",
);
const SIGN_HERE = new RegExp(`(?:${SIGN}|${CODE})\\.?\\s{0,2}`, "iy");

/** Amounts outside are not pay: unit is the currency, per period. */
const SANE: Readonly<Record<PayPeriod, readonly [number, number]>> = {
  hour: [2, 500],
  day: [20, 5000],
  week: [80, 20_000],
  month: [300, 100_000],
  year: [4000, 1_500_000],
};
const NOT_PAY_AFTER =
  /^\s{0,2}(?:m\b|mm\b|mil\b|million|b\b|bn\b|billion|trillion|\+?\s?(?:million|billion)|%|percent|in (?:funding|revenue|sales|assets|annual|tuition|bonus|total|equity|venture|investment)|(?:\w+[\s-]){0,3}(?:bonus|sign[\s-]?on|tuition|reimburse|stipend|allowance|referral|deductible|discount|gift|fee\b|fees\b|deposit|seed|series|funding|revenue|budget|scholarship|grant|portfolio|coverage|insurance|match|incentive|contribution|credit|worth|relocation|savings|fine|penalt|per (?:student|child|family|employee|referral|diem)|raise increments))/;
const NOT_PAY_BEFORE =
  /(?:bonus(?:es)?|sign[\s-]?on|raised|funding|revenues?|series [a-e]|seed|budgets?|assets|tuition|reimburse\w*|referral|allowance|stipend|worth|valued|valuation|saved?|savings|insurance|deductible|fine|fees?|grants?|over|contributions?|401\s?\(?k\)?|match\w*|discounts?|incentive|relocation|scholarship|equity|differential|premium|additional|extra|plus|purchases?|contracts?|sales of|portfolio|profits?|damage|loss|investment|backed|excess of|processing|earned over|donat\w+|up to an additional)[^.\n$£€]{0,22}$/;
const PAY_BEFORE =
  /(?:salar(?:y|ies)|\bpays?\b|\bpaid\b|\bpaying\b|compensation|wages?|\brate|\brange\b|remuneration|\bearn(?:ing)?s?\b|hiring|stipend:|\bote\b|starting|base|package|gross|\boffer(?:ing|ed)?\b)[^.]{0,60}$/;

/** A range is seldom anything but pay once revenue, funding and the like are out. */
const RANGE_SIGNS = 2;

interface Found {
  pay: Pay;
  /** Signs that this is what the post pays: a label, a period, a range. */
  signs: number;
}

const isSane = ({ min, max, currency, period }: Pay): boolean => {
  const [least, most] = SANE[period];
  return min >= least && max <= most * (SMALL_UNITS[currency] ?? 1) && max <= min * 6;
};

/** "65-80k": the k stands for both. */
const sharedThousands = (first: number, last: number): number =>
  last >= 1000 && first < 1000 && last / first > 50 ? first * 1000 : first;

/** Reads the figures that start at `from`; `lead` is the text before them. */
const readFigures = (text: string, from: number, lead: string, sign: string | null): Found | null => {
  FIGURES.lastIndex = from;
  const match = FIGURES.exec(text);
  if (match === null) return null;
  const tail = text.slice(from + match[0].length, from + match[0].length + 60).toLowerCase();
  if (NOT_PAY_AFTER.test(tail) || NOT_PAY_BEFORE.test(lead)) return null;
  const currency = (match[3] && currencyOf(match[3])) ?? sign ?? "USD";
  const second = match[2] === undefined ? null : amountOf(match[2]);
  const first = second === null ? amountOf(match[1] as string) : sharedThousands(amountOf(match[1] as string), second);
  const stated = statedPeriod(lead, match[0], tail);
  const [min, max] = second === null || second < first ? [first, first] : [first, second];
  const period = stated ?? bySize(min, currency);
  if (period === null || period === "unclear") return null;
  const pay = { min, max, currency, period };
  if (!isSane(pay)) return null;
  const signs = (PAY_BEFORE.test(lead) ? 2 : 0) + (stated === null ? 0 : 2) + (second === null ? 0 : RANGE_SIGNS);
  return { pay, signs };
};

/** What tells the dollar's country in front of its sign. */
const PREFIX = /(?:US|CA|AU|NZ|[CAS])$/;

const atMoney = (text: string, at: number): Found | null => {
  SIGN_HERE.lastIndex = at;
  const written = SIGN_HERE.exec(text)?.[0];
  if (written === undefined) return null;
  const money = written.replace(".", "").trim();
  const prefix = isCapital(text.charCodeAt(at - 1))
    ? (PREFIX.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? "")
    : "";
  const lead = text.slice(Math.max(0, at - 90), at).toLowerCase();
  const currency = currencyOf(prefix + money) ?? currencyOf(money);
  return readFigures(text, at + written.length, lead, currency);
};

const NUMBER_BEFORE = new RegExp(
  `(?<![\\d.,:/$£€-])(?:${AMOUNT}${BETWEEN})?(${AMOUNT})\\s{0,2}(?:an|per|\\/|a|p\\.)\\s{0,2}$`,
);
const NUMBER_AFTER =
  /^[a-z]*(?:\s{1,2}(?:range|scale|rate|from|is|of|starts?|starting|at)){0,3}\s{0,2}:?\s{0,3}(?:from:?\s{0,2})?(?=\d)/i;
/** A bare number is hourly pay only where it looks like money: with cents, or in this range. */
const LIKE_HOURLY = { least: 8, most: 120 };

/** So near must an amount without currency stand, in characters. */
const RATE_REACH = 50;

const hasDigit = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
};

/** Last letters of "an", "per", "/", "a", "p.", which stand between a number and its period. */
const LAST_BEFORE_PERIOD = "nr/a.";

const mayFollowNumber = (text: string, from: number, at: number): boolean => {
  let end = at;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end > from && LAST_BEFORE_PERIOD.includes(text[end - 1]!) && hasDigit(text, from, end);
};

/** An amount without any currency, beside "an hour" or "salary:". */
const atRate = (text: string, at: number): Found | null => {
  const from = Math.max(0, at - RATE_REACH);
  const mayFollow = mayFollowNumber(text, from, at);
  if (!mayFollow && !hasDigit(text, at, Math.min(text.length, at + RATE_REACH))) return null;
  const lead = text.slice(from, at);
  const number = mayFollow ? NUMBER_BEFORE.exec(lead) : null;
  if (number !== null) {
    const found = readFigures(text, at - lead.length + number.index, lead.slice(0, number.index).toLowerCase(), null);
    return found !== null &&
      found.pay.min >= LIKE_HOURLY.least &&
      (found.pay.period !== "hour" || found.pay.max <= LIKE_HOURLY.most)
      ? found
      : null;
  }
  const label = NUMBER_AFTER.exec(text.slice(at, at + RATE_REACH));
  if (label === null) return null;
  const found = readFigures(text, at + label[0].length, `${lead}${label[0]}`.toLowerCase(), null);
  return found !== null &&
    (found.pay.period === "hour" ? /\.\d\d/.test(text.slice(at, at + 60)) : found.pay.min >= 1000)
    ? found
    : null;
};

/** Fewest signs on which an amount is taken for the pay. */
const FEWEST_SIGNS = 2;
/** Amounts looked at; a price list is no posting. */
const MOST_AMOUNTS = 60;

const bestOf = (text: string, offsets: Offsets, read: (text: string, at: number) => Found | null): Found | null => {
  let best: Found | null = null;
  const last = Math.min(offsets.count, MOST_AMOUNTS);
  for (let i = 0; i < last; i++) {
    const found = read(text, offsets.at[i]!);
    if (found !== null && found.signs >= FEWEST_SIGNS && (best === null || found.signs > best.signs)) best = found;
    if (best !== null && best.signs >= 6) break;
  }
  return best;
};

/** Countries whose dollar is not the American one, by names that their postings carry. */
const OTHER_DOLLARS: readonly { currency: string; named: RegExp }[] = [
  { currency: "CAD", named: /\b(?:Canada|Canadian|Ontario|Ottawa|Toronto|Qu[eé]bec|British Columbia|Alberta)\b/ },
  { currency: "AUD", named: /\b(?:Australia|Queensland|NSW)\b/ },
];
const AMERICAN = /\bUSD\b|US\$|\bUnited States\b|\bU\.S\.|\bUSA?\b/;

/** A bare "$" is a Canadian or Australian one where the posting names that country and not the United States. */
const withDollar = (pay: Pay, text: string): Pay => {
  if (pay.currency !== "USD") return pay;
  const head = text.slice(0, 5000);
  if (cuesOf(text).dollars.count === 0 && !head.includes("Québec")) return pay;
  const other = OTHER_DOLLARS.find(({ named }) => named.test(head));
  return other === undefined || AMERICAN.test(head) ? pay : { ...pay, currency: other.currency };
};

/**
 * What a post pays: the amount or range with most signs of being its pay (a label such as "salary", a period, a range), the
 * first of equals. The period is as stated, else by size. Bonuses, revenue, funding, budgets, tuition and the like are
 * not pay. A bare "$" is USD unless only Canada or Australia is named; so is an amount beside "an hour" without any currency.
 */
export const readPay = (text: string): Pay | null => {
  const { money, rate } = cuesOf(text);
  const best = bestOf(text, money, atMoney) ?? bestOf(text, rate, atRate);
  return best === null ? null : withDollar(best.pay, text);
};
