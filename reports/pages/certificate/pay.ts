import { type Html, html } from "../../html.js";
import { money, plural } from "../../numbers.js";
import { pair } from "../../parts.js";
import type { Profile } from "./rows.js";

/** Fewer postings with pay than this are not compared. */
const ENOUGH = 30;

const row = (label: string, pay: number, top: number, currency: string | null): Html =>
  html`<tr><th scope="row">${label}</th><td><div class="measure"><span class="bar" aria-hidden="true"><span class="fill" style="width:${((pay / top) * 100).toFixed(1)}%"></span></span><span class="figure">${money(pay, currency)}</span></div></td></tr>`;

/** Pay of postings with and without it, within the same occupations. */
export function paySection({ pay_with, pay_without, pay_currency, pay_n }: Profile): Html {
  if (pay_with === null || pay_without === null || pay_n === null) return html``;
  const stated = `${plural(pay_n, "posting")} that ask for it state their pay`;
  const text = html`<p>Median yearly pay stated in postings that ask for it, beside postings in the same occupations that do not. <strong>This is not what the certificate earns a holder</strong>: jobs that ask for it may differ in much else.</p>`;
  if (pay_n < ENOUGH)
    return pair(
      "pay",
      "Pay with and without",
      text,
      html`<p class="none">Insufficient evidence: ${stated}; at least ${ENOUGH} are needed.</p>`,
    );
  const top = Math.max(pay_with, pay_without);
  const rows = [
    row("Asking for it", pay_with, top, pay_currency),
    row("Not asking for it", pay_without, top, pay_currency),
  ];
  const heads = html`<thead><tr><th scope="col">Postings</th><th scope="col">Pay a year</th></tr></thead>`;
  return pair(
    "pay",
    "Pay with and without",
    text,
    html`<table class="bars"><caption>Stated yearly pay</caption><colgroup><col class="what"><col></colgroup>${heads}<tbody>${rows}</tbody></table><p class="quiet">${stated}. No interval is known for these medians yet.</p>`,
  );
}
