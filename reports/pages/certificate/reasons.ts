import type { Reason } from "../../../models/signal.js";
import { type Html, html } from "../../html.js";
import { sentenceCase } from "../../numbers.js";
import { pair } from "../../parts.js";
import type { Summary } from "../../summary.js";
import { statusChip, statusWords } from "../../words.js";

const item = ({ rule, fired, text }: Reason): Html =>
  html`<li><span class="rule">${sentenceCase(rule.replaceAll("_", " "))}?</span> <strong class="${fired ? "yes" : "no"}">${fired ? "Yes" : "No"}</strong> <span class="because">${text}</span></li>`;

/** Why a certificate or skill has its status: every rule that was asked, with its numbers. */
export function reasonsSection({ status, reasons }: Pick<Summary, "status" | "reasons">): Html {
  if (status === null || reasons === null || reasons.length === 0) return html``;
  const text = html`<p>${statusChip(status)}<br>${sentenceCase(statusWords(status).meaning)}.</p><p class="quiet">A status follows from fixed rules and these numbers; nobody chose it.</p>`;
  return pair("why", "Why this status", text, html`<ul class="reasons">${reasons.map(item)}</ul>`);
}
