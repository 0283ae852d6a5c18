import { barTable } from "../../charts/bars.js";
import { type Html, html } from "../../html.js";
import { languageName } from "../../names.js";
import { count, percent } from "../../numbers.js";
import { pair } from "../../parts.js";
import type { Tally } from "./rows.js";

const QUALITY_WORDS: Record<string, string> = {
  stated: "Stated by the source",
  first_seen: "First seen by us",
  unknown: "Unknown: never used for trends",
};

function shares(caption: string, rows: readonly Tally[], words: Record<string, string> = {}): Html {
  const all = rows.reduce((sum, { size }) => sum + size, 0) || 1;
  const label = (name: string | null) => (name === null ? "Unknown" : (words[name] ?? name));
  return barTable(
    caption,
    [caption, "Share of postings"],
    rows.map(({ name, size }) => ({ label: label(name), share: size / all, note: count(size) })),
  );
}

interface Tallies {
  dates: readonly Tally[];
  languages: readonly Tally[];
  copies: readonly { copies: number; postings: number }[];
}

/** How good the dates are, how many copies there are, and in which languages the postings are. */
export function postingSections({ dates, languages, copies }: Tallies): Html {
  const { copies: duplicate = 0, postings = 0 } = copies[0] ?? {};
  return html`${pair("dates", "How good are the dates?", html`<p>Only postings with a date enter a trend. A date that we saw ourselves is later than the true one.</p>`, shares("Date", dates, QUALITY_WORDS))}
${pair("copies", "Copies", html`<p>The same advert is often posted many times. Copies are kept and marked, and count once.</p>`, html`<p class="big">${percent(postings === 0 ? 0 : duplicate / postings)}</p><p>of postings are copies of another: ${count(duplicate)} of ${count(postings)}.</p>`)}
${pair(
  "languages",
  "Languages",
  html`<p>Certificates are looked for in all of them; requirement levels are read best in English.</p>`,
  shares(
    "Language",
    languages.map((one) => ({ ...one, name: languageName(one.name) })),
  ),
)}`;
}
