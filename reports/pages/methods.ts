import type { Status } from "../../models/signal.js";
import { type Html, html } from "../html.js";
import { definePage } from "../page.js";
import { STATUS_WORDS, statusChip } from "../words.js";

interface Measure {
  name: string;
  made: string;
  not: string;
}

const MEASURES: readonly Measure[] = [
  {
    name: "Posting",
    made: "One advert for one vacancy. Copies count once; a re-post after more than 60 days is a new posting.",
    not: "A vacancy that was filled, or a person hired.",
  },
  {
    name: "Share",
    made: "Postings that ask, divided by all postings of the same months, with Wilson's 95% interval.",
    not: "A share of all jobs: many are never advertised online.",
  },
  {
    name: "Change a year",
    made: "The median of the slopes between all pairs of periods (Theil–Sen, on the log-odds of the share) with its interval; whether it is more than chance is tested (Mann–Kendall) and corrected for testing all certificates together (Benjamini–Hochberg).",
    not: "A forecast.",
  },
  {
    name: "Named demand",
    made: "The posting names the certificate or its family: as required, preferred, one of several, or merely mentioned.",
    not: "Postings that say it is not required, that the employer provides it, or that it may be earned after hire. Those are counted apart.",
  },
  {
    name: "Skill-implied demand",
    made: "The posting asks for the skills that the certificate attests, weighted by how telling each skill is.",
    not: "Proof that the employer knows or wants the certificate.",
  },
  {
    name: "Licence-implied demand",
    made: "The posting is for an occupation that the licence is a legal condition of.",
    not: "A mention. It rests on the occupation that was read from title and text.",
  },
  {
    name: "Requirement level",
    made: "Read from the sentence and the section around the mention by fixed rules.",
    not: "What the employer will insist on in the interview.",
  },
  {
    name: "Pay with and without",
    made: "Median stated pay, by the year, in postings that ask for it, beside postings in the same occupations that do not.",
    not: "What the certificate adds to a holder's pay.",
  },
  {
    name: "Coverage",
    made: "The part of the skills asked for in its target occupations, weighted by how telling they are, that the certificate attests.",
    not: "The quality of the teaching.",
  },
  {
    name: "Breadth",
    made: "How evenly the asking postings spread over occupations (entropy, 0 to 100%).",
    not: "How easily a holder can change jobs.",
  },
  {
    name: "Skills asked for, subjects",
    made: "A certificate is of a subject (soft skills, coding, ...) where more than half of the skills that it attests are of that kind; of Cisco or Microsoft by its issuer.",
    not: "A judgement of what it is worth in that subject.",
  },
  {
    name: "Survival",
    made: "Of the certificates that postings named at least 30 times in a year, the part that kept at least half of its share of postings four years later, with Wilson's 95% interval.",
    not: "A forecast: the past of some is no promise for others.",
  },
  {
    name: "Roles that appear and fade",
    made: "Occupations and skills in two years four years apart, over sources present in both; only where the two 95% intervals do not meet.",
    not: "The rise or fall of a trade: a source may change whom it speaks to.",
  },
  {
    name: "Pay by issuer",
    made: "Ratio of geometric means of stated pay, with against without, within occupation, currency and year, averaged by the postings that ask; interval from the summed variances of the cells (Cochran 1977, ch. 5); at least 30 postings.",
    not: "What a certificate earns its holder.",
  },
  {
    name: "Outlook of an occupation",
    made: "The change of its share of postings by the statistics of certificates, beside projected change, openings, education and median wage by the US Bureau of Labor Statistics, joined by SOC 2018. A code that stands for several occupations lends its figures to those of its broad group that have none of their own.",
    not: "A projection of ours, or one for a region.",
  },
  {
    name: "Agreement with projections",
    made: "Spearman's rank correlation of the occupations' trends with their projected change; interval by Fisher's z with the variance of Bonett and Wright (2000); shown whatever it is.",
    not: "Accuracy: it compares with a projection.",
  },
  {
    name: "Supply against demand",
    made: "A certificate's part of all certificates earned divided by its part of all asks, among the certificates of the loaded table, by region, year and kind of demand, after “Credentials Matter” (ExcelinEd with Burning Glass); asks of the last 36 months; interval of a ratio of shares by Katz and others (1978). Steps at 4, 2, a half and a quarter; at least 30 asks and 10 earned.",
    not: "Advice to close or open a course: supply is not skill, and postings are not vacancies.",
  },
  {
    name: "Audit of a list",
    made: "Names are matched to the taxonomy by name, alias, abbreviation, the same words, or likeness (Dice 1945, over words weighted by how rare they are; Jaro–Winkler for misspelt ones), then judged by fixed rules on asks of the last 36 months, the status, and supply against demand among the certificates of the list.",
    not: "A decision: it knows nothing of local employers, teachers or students. The confidence of a match is no probability.",
  },
];

const statusList = (): Html =>
  html`<dl class="words">${Object.entries(STATUS_WORDS).map(([status, { meaning }]) => html`<div><dt>${statusChip(status as Status)}</dt><dd>${meaning}</dd></div>`)}</dl>`;

/** Prose: its numbers are the rules, not the results. */
export default definePage<Record<string, never>>({
  title: "Methods",
  queries: {},
  *render() {
    const body = html`<header class="lead"><h1>Methods</h1><p class="standfirst">How each number is made, and what it is not. Where evidence is thin the answer is “insufficient evidence”, not a number.</p></header>
<div class="prose">
<h2 id="numbers">Each number, and what it is not</h2>
<dl class="measures">${MEASURES.map(({ name, made, not }) => html`<div><dt>${name}</dt><dd>${made}</dd><dd class="not"><strong>Not:</strong> ${not}</dd></div>`)}</dl>
<h2 id="status">What a status means</h2>
<p>A trend needs at least 24 months, 100 postings that ask for it and 10 employers. Growing and fading need a change of at least 3% a year that is unlikely to be chance; without one, enough evidence means holding. Obsolescent needs more than fading: less than half of its peak, agreement of two kinds of demand, and two published editions that say so.</p>
${statusList()}
<h2 id="dates">Dates, gaps and silence</h2>
<p>Only dates that a source states, or on which we first saw the posting, enter a trend. A source that failed or gave too little is censored for that time: it leaves both sides of the division. A month without postings is a gap in the line, never a zero.</p>
<h2 id="succession">New versions and successors</h2>
<p>A new exam version, or a certificate that replaces another, is a succession and never obsolescence. The pages of both link to each other.</p>
<h2 id="never">What we never say</h2>
<ul>
<li>Postings are not vacancies, hires or worth.</li>
<li>No certificate is called worthless.</li>
<li>A student's choice is not ranked from demand alone.</li>
<li>Silence is never a zero: what was not seen was not measured.</li>
<li>The three kinds of demand are never added up silently.</li>
</ul>
<h2 id="badly">What online postings cover badly</h2>
<p>Small employers and the trades hire by word of mouth. Many licences are implied and never named. Public and large employers post more, and some post the same advert in many places. Regions and occupations with few postings have wide intervals: read those first.</p>
</div>`;
    yield {
      path: "methods.html",
      title: "Methods",
      description: "How each number is made, and what it is not.",
      section: "methods",
      body,
    };
  },
});
