import type { Status } from "../../models/signal.js";
import { countedSection } from "../basis.js";
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
    name: "Matched-source share",
    made: "The share when every source keeps its own rate: asks are modelled as postings × rate of the source × level of the month (a Poisson model with fixed effects; Hausman, Hall and Griliches 1984; the sources are what products are in a time-product-dummy index, Summers 1973), all months at once, since chaining month to month drifts. Its level is that of the latest 12 months. In scopes other than all, the forty largest sources stand for themselves and the rest together.",
    not: "What a source that came or went would have shown. Months that share no source with the year after them are left out.",
  },
  {
    name: "Standardised share",
    made: "The shares of the occupation groups (unknown is one of them), each weighted by its part of all postings of the whole series (direct standardisation). A group that a month lacks has its rate of the calendar year, else of the whole series.",
    not: "The share that was seen: it is the one that the same mix of occupations would have shown.",
  },
  {
    name: "Stock and flow",
    made: "Flow counts postings by the month of their date; stock counts those open on the last day of the month, by the last healthy crawl of each source in the week up to it.",
    not: "The same thing: an advert that stays up long weighs more in the stock. Archives that were never crawled have no stock.",
  },
  {
    name: "Line of succession",
    made: "A certificate that took another's place is measured together with those it followed: a posting that asks for any of them counts once.",
    not: "A sign that holders of the old one meet the new one's standard.",
  },
  {
    name: "Rank",
    made: "Place by postings that ask over the last 12 months, in the certificate's own kind of demand; beside it the places by each kind, and with software certificates counted twice and licences three times, as “Credentials Matter” (ExcelinEd with Burning Glass) does. A rank flips where, with copies counted, among entry-level postings, or over 24 or 36 months, it moves by more than three places and a tenth of those ranked.",
    not: "Worth. It rests on how often postings ask, and large occupations ask often.",
  },
  {
    name: "Survival",
    made: "Of the certificates with at least 20 asks in a year, the part that four years later still had at least half of its share.",
    not: "A forecast. What its issuer retired is marked.",
  },
  {
    name: "Revision",
    made: "What was published is kept, one edition a day; a number that later differs stands beside the one published before it, with what can have changed it: months, postings, copies, extractor, taxonomy, or else the method.",
    not: "A correction of the past: an edition stays as it was.",
  },
  {
    name: "Change a year",
    made: "The median of the slopes between all pairs of periods (Theil–Sen, on the log-odds of the share) with its interval; whether it is more than chance is tested (Mann–Kendall) and corrected for testing all certificates together (Benjamini–Hochberg).",
    not: "A forecast.",
  },
  {
    name: "Yearly pattern",
    made: "Taken off the log-odds of quarters by STL (Cleveland and others, 1990) where there are 36 months or more; the change a year compares each month with itself in other years, and needs none.",
    not: "A rule that must hold: a pattern that changes over the years is not followed.",
  },
  {
    name: "Month of change",
    made: "The latest month at which the log-odds leave one straight line for another: PELT (Killick and others, 2012) with the penalty of the Bayesian information criterion, three parameters a change.",
    not: "What caused it. A steady trend has none.",
  },
  {
    name: "Horizon",
    made: "The share expected over the 12 months that end 48 (12 to 72) months from now: damped-trend exponential smoothing and the Theta method on the log-odds, averaged. The 80% and 95% intervals, and the probability of less than half of today's share, are those of all smoothing models, weighed by how likely they are for the series and how common in its market (empirical Bayes), and stretched as far as the intervals of the last three years would have failed. A trend may turn, stop, go on or grow steeper: each is believed in part.",
    not: "A promise. It knows nothing but the past of this share.",
  },
  {
    name: "Share now, with its interval",
    made: "The share of the last 12 months, with Wilson's interval for fewer postings by as much as neighbouring months scatter more than chance (quasi-likelihood), because asks come in bursts. How much a share scatters is drawn towards what is usual among all (Smyth, 2004); the part of the scatter that grows with the months between is the share itself moving, and does not widen the interval (variogram; Diggle and others, 2002).",
    not: "The uncertainty about jobs that are never advertised.",
  },
  {
    name: "Corrected share",
    made: "The share times precision over recall of the reading, where annotated postings measure them for this certificate (Rogan and Gladen, 1978); its interval adds their uncertainty.",
    not: "Better where the extractor has changed since: then it is left out.",
  },
  {
    name: "Shrunk share",
    made: "The share of the last 12 months drawn towards the other children of its family, the more the fewer postings there are (beta-binomial, Kleinman 1973).",
    not: "Evidence of its own: a sparse certificate keeps the label “insufficient evidence”.",
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
    name: "Asks of an occupation",
    made: "The share of an occupation's postings that ask for a certificate, in its own kind of demand, or for a skill, with Wilson's 95% interval (1927); listed by the lower end of the interval. Pages are made from 100 postings on.",
    not: "What the work needs: it is what adverts say, in occupations that were read from them.",
  },
  {
    name: "Plain words",
    made: "Short sentences that fixed rules make from the numbers; sure from 1,000 asks on, else fairly sure where there is a trend. Their reading level is the grade of Kincaid and others (1975), at most 8, with syllables counted by rule.",
    not: "Advice: demand alone ranks nobody's choice.",
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
    name: "Alarm",
    made: "A source's last night against its own: postings over the median of up to 14 healthy nights before, days since it was healthy, postings that could not be read, fields that changed, certificates whose mention rate left its history.",
    not: "A change in demand: it says where to look before one is believed.",
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
  *render(_rows, { counted }) {
    const body = html`<header class="lead"><h1>Methods</h1><p class="standfirst">How each number is made, and what it is not. Where evidence is thin the answer is “insufficient evidence”, not a number.</p></header>
<h2 id="numbers">Each number, and what it is not</h2>
<dl class="measures">${MEASURES.map(({ name, made, not }) => html`<div><dt>${name}</dt><dd>${made}</dd><dd class="not"><strong>Not:</strong> ${not}</dd></div>`)}</dl>
<div class="prose">
<h2 id="status">What a status means</h2>
<p>A trend needs at least 24 months, 100 postings that ask for it and 10 employers. Growing and fading need a change of at least 3% a year that is unlikely to be chance; without one, enough evidence means holding. Obsolescent needs more than fading: less than half of its peak, agreement of two kinds of demand, and two published editions that say so.</p>
${statusList()}
${counted && countedSection}
<h2 id="dates">Dates, gaps and silence</h2>
<p>Only dates that a source states, or on which we first saw the posting, enter a trend. A source that failed or gave too little is censored for that time: it leaves both sides of the division. A month without postings is a gap in the line, never a zero.</p>
<h2 id="succession">New versions and successors</h2>
<p>A new exam version, or a certificate that replaces another, is a succession and never obsolescence: the signal of the successor is computed on the series of the whole line. The pages of both link to each other.</p>
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
