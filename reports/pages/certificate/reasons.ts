import type { Reason } from "../../../models/signal.js";
import { type Html, html } from "../../html.js";
import { count, sentenceCase } from "../../numbers.js";
import { pair } from "../../parts.js";
import type { Summary } from "../../summary.js";
import { statusChip, statusWords } from "../../words.js";

/** The rules of `warehouse/statistics/status.ts` and `obsolescence.ts` as questions that anyone can read. */
const QUESTIONS: Record<string, string> = {
  "retired by issuer": "Has its issuer ended it?",
  "enough months": "Do we see enough months?",
  "enough asks": "Do enough postings ask for it?",
  "enough employers": "Do enough employers ask for it?",
  "comparable months": "Can the months be compared?",
  "significant trend": "Is the change more than chance?",
  "steep trend": "Is the change large enough to matter?",
  "first asked for late": "Is it new in postings?",
  "grown from a low base": "Has it grown from very little?",
  "below half of its peak": "Has it lost half of its peak?",
  "kinds of demand agree": "Do other kinds of demand fall too?",
  "persists over editions": "Did the edition before say so too?",
};

const question = (rule: string): string => QUESTIONS[rule] ?? `${sentenceCase(rule.replaceAll("_", " "))}?`;

/** The numbers of a rule as the rest of the site writes them: a minus, thousands apart, no space before "%", and no q of exactly zero. */
const because = (text: string): string =>
  text
    .replaceAll(/(?<![\w)])-(?=\d)/g, "−")
    .replaceAll(/(\d) %/g, "$1%")
    .replaceAll(/\d{4,}(?= (asks|postings|employers))/g, (many) => count(Number(many)))
    .replace(/\bq = 0 /, "q below 0.001 ");

const item = ({ rule, fired, text }: Reason): Html =>
  html`<li><span class="rule">${question(rule)}</span> <strong class="${fired ? "yes" : "no"}">${fired ? "Yes" : "No"}</strong> <span class="because">${because(text)}</span></li>`;

/** Why a certificate or skill has its status: every rule that was asked, with its numbers. */
export function reasonsSection({ status, reasons }: Pick<Summary, "status" | "reasons">): Html {
  if (status === null || reasons === null || reasons.length === 0) return html``;
  const text = html`<p>${statusChip(status)}<br>${sentenceCase(statusWords(status).meaning)}.</p><p class="quiet">A status follows from fixed rules and these numbers; nobody chose it.</p>`;
  return pair("why", "Why this status", text, html`<ul class="reasons">${reasons.map(item)}</ul>`);
}
