import { REQUIREMENTS, type Requirement } from "../../../models/mention.js";
import type { MeasuredAccuracy, MeasuredScore, Quality } from "../../../models/quality.js";
import { type Html, html, type Value } from "../../html.js";
import { count, dayName, percent, percentRange, sentenceCase } from "../../numbers.js";
import { details, table } from "../../parts.js";
import { REQUIREMENT_WORDS } from "../../words.js";

/** How far two careful readers of the gold postings agree with each other: named certificates by posting (F1), by mention (F1), levels. */
const AGREEMENT = { posting: 0.98, mention: 0.96, level: 0.97 };

/** A certificate that gold names in fewer postings has no interval worth showing. */
const FEWEST = 5;

export interface Named {
  certificate_id: string;
  name: string;
}

const interval = ({ low, high }: { low: number; high: number }): string => percentRange(low, high);

const scoreCells = (score: MeasuredScore): Value[] => [
  html`${percent(score.precision)}<br><small>${interval(score.precision_95)}</small>`,
  html`${percent(score.recall)}<br><small>${interval(score.recall_95)}</small>`,
  html`${percent(score.f1)}${score.f1_95 !== null && html`<br><small>${interval(score.f1_95)}</small>`}`,
  count(score.tp),
  count(score.fp),
  count(score.fn),
];
const SCORE_HEADS = ["Precision", "Recall", "F1", "Right", "False", "Missed"];
const SCORE_FIGURES = [1, 2, 3, 4, 5, 6];

type Scores = Pick<Quality, "posting" | "mention" | "unnamed">;

const levelsTable = (caption: string, { posting, mention, unnamed }: Scores): Html =>
  table(
    caption,
    ["Counted by", ...SCORE_HEADS],
    [
      ["Posting and certificate", ...scoreCells(posting)],
      ["Each mention", ...scoreCells(mention)],
      ["Posting that asks for an unnamed credential", ...scoreCells(unnamed)],
    ],
    SCORE_FIGURES,
  );

function confusionTable({ confusion }: Quality): Html {
  const cell = (want: Requirement, got: Requirement): number =>
    confusion.find((one) => one.want === want && one.got === got)?.mentions ?? 0;
  const shown = (want: Requirement, got: Requirement): Value =>
    want === got ? html`<strong>${count(cell(want, got))}</strong>` : count(cell(want, got));
  return table(
    "Requirement levels: what readers say, and what is read",
    ["Readers say", ...REQUIREMENTS.map((got) => REQUIREMENT_WORDS[got])],
    REQUIREMENTS.map((want) => [REQUIREMENT_WORDS[want], ...REQUIREMENTS.map((got) => shown(want, got))]),
    REQUIREMENTS.map((_, index) => index + 1),
  );
}

function certificatesTable({ by_certificate }: Quality, names: readonly Named[]): Value {
  const nameOf = new Map(names.map(({ certificate_id, name }) => [certificate_id, name]));
  const known = by_certificate.filter(({ tp, fn }) => tp + fn >= FEWEST);
  if (known.length === 0) return false;
  return details(
    `By certificate: ${count(known.length)} that readers found in at least ${FEWEST} postings`,
    table(
      "Certificates by posting",
      ["Certificate", ...SCORE_HEADS],
      known.map((one) => [nameOf.get(one.certificate_id) ?? one.certificate_id, ...scoreCells(one)]),
      SCORE_FIGURES,
    ),
  );
}

const accuracyCell = ({ value, interval_95, asked }: MeasuredAccuracy): Html =>
  html`${percent(value)} of ${count(asked)}<br><small>${interval(interval_95)}</small>`;

const factsTable = ({ facts }: Quality): Html =>
  table(
    "Other facts: share of invented cases read exactly right",
    ["Fact", "All cases", "Cases that no rule was tuned on"],
    facts.map(({ fact, all, held }) => [sentenceCase(fact), accuracyCell(all), accuracyCell(held)]),
    [1, 2],
  );

/** The same on postings that no rule was tuned on. */
function unseenPart({ unseen }: Quality): Value {
  if (unseen === undefined) return false;
  const { postings, requirement, measured_on, extractor } = unseen;
  return html`<h3>On postings that no rule was tuned on</h3>
<p>${count(postings)} more real postings were marked by the same guideline before anybody saw what the rules make of them: once, by a language model, so some of what counts as an error here is its own. Measured on ${dayName(measured_on)} with extractor ${extractor}. This is what to expect of a new source.</p>
${levelsTable("Certificates found in postings that no rule was tuned on, with 95% intervals", unseen)}
<p>Of ${count(requirement.asked)} mentions found, ${percent(requirement.value)} got the level that the reader gave (95% interval ${interval(requirement.interval_95)}).</p>`;
}

const versionNote = (quality: Quality, extractor: string): Value =>
  quality.extractor === extractor
    ? html`<p>Measured on ${dayName(quality.measured_on)} with extractor ${quality.extractor}, which read this collection.</p>`
    : html`<p><strong>This collection was read by extractor ${extractor === "" ? "unknown" : extractor}; the figures are those of ${quality.extractor},</strong> measured on ${dayName(quality.measured_on)}. A rule or a name may have changed since.</p>`;

/** "How well postings are read": the last saved measurement, and whether it is of the extractor that read this collection. */
export function readingSection(quality: Quality | null, extractor: string, names: readonly Named[]): Html {
  const heading = html`<h2 id="reading-h">How well postings are read</h2>`;
  if (quality === null)
    return html`<section id="reading" aria-labelledby="reading-h" class="trend"><div class="say">${heading}</div><p class="none">No measurement was saved.</p></section>`;
  const { requirement, postings } = quality;
  return html`<section id="reading" aria-labelledby="reading-h" class="trend"><div class="say">${heading}
<p>Careful readers marked every certificate in ${count(postings)} real postings of several countries and trades. Two of them agree at an F1 of ${AGREEMENT.posting.toFixed(2)} on which certificates a posting names, ${AGREEMENT.mention.toFixed(2)} on each mention, and on ${percent(AGREEMENT.level)} of the requirement levels: nobody can be measured to be better than that. The rules were written while looking at these postings, so elsewhere they will reach less.</p>
${versionNote(quality, extractor)}</div>
${levelsTable("Certificates found, with 95% intervals", quality)}
<p>Of ${count(requirement.asked)} mentions found, ${percent(requirement.value)} got the level that readers gave (95% interval ${interval(requirement.interval_95)}).</p>
${confusionTable(quality)}
${certificatesTable(quality, names)}
${unseenPart(quality)}
<p>Occupation, pay and the like are measured on invented titles and sentences, half of which no rule was tuned on, except that the errors of both halves were read before the rules of education were mended. They are clearer than real postings are.</p>
${factsTable(quality)}</section>`;
}
