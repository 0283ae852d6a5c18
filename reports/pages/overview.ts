import { sparkline } from "../charts/spark.js";
import { type Finding, fading, holding, isNamed, leaders, rising } from "../findings.js";
import { type Html, html, type Value } from "../html.js";
import { change, changeRange, count, monthName, plural, sentenceCase } from "../numbers.js";
import { definePage, type Facts } from "../page.js";
import { trendTable } from "../parts.js";
import { byMove, moved, REVISION_SQL, type Revision, shareMove, sinceText, statusChanged } from "../revisions.js";
import { certificatePath, SUMMARY_SQL, type Summary } from "../summary.js";
import { STATUS_WORDS, statusChip, statusWords } from "../words.js";
import { answers } from "./questions/answers.js";
import { QUESTION_QUERIES, type QuestionRows } from "./questions/rows.js";

type Queries = QuestionRows & { summaries: Summary[]; revisions: Revision[] };

const LISTED = 8;
const LISTED_IMPLIED = 5;

/** How many certificates have which status: one bar, each part named below it. */
function statusBar(summaries: readonly Summary[]): Html {
  const counted = summaries.filter(({ status }) => status !== null);
  const parts = Object.keys(STATUS_WORDS).map((status) => ({
    status,
    count: counted.filter((one) => one.status === status).length,
  }));
  const some = parts.filter((part) => part.count > 0);
  return html`<div class="statusbar" aria-hidden="true">${some.map(({ status, count: size }) => html`<span class="${statusWords(status).tone}" style="flex-grow:${size}"></span>`)}</div>
<ul class="statuskey">${some.map(({ status, count: size }) => {
    const { label, sign, tone, meaning } = statusWords(status);
    return html`<li class="${tone}"><a href="certificates.html#status=${encodeURIComponent(status).replaceAll("%20", "+")}"><strong>${count(size)}</strong> <span aria-hidden="true">${sign}</span> ${label}</a><small>${meaning}</small></li>`;
  })}</ul>`;
}

/** Those that postings name, and, apart from them, those whose skills are asked for: their ranks rest on different things. */
function trends(id: string, heading: string, sentence: string, findings: readonly Finding[]): Html {
  const named = findings.filter(isNamed).slice(0, LISTED);
  const implied = findings.filter((finding) => !isNamed(finding)).slice(0, LISTED_IMPLIED);
  const part = (title: string, list: readonly Finding[]): Value =>
    list.length > 0 && html`<h3>${title}</h3>${trendTable(`${heading}: ${title.toLowerCase()}`, list)}`;
  const none = html`<p class="none">None, by the evidence of these postings.</p>`;
  return html`<section id="${id}" aria-labelledby="${id}-h" class="trend"><div class="say"><h2 id="${id}-h">${heading}</h2><p>${sentence}</p></div>
${findings.length === 0 ? none : [part("Named in postings", named), part("Implied by the skills that postings ask for", implied)]}</section>`;
}

/** The strongest of its kind: name, course and change with its interval. */
const leaderPart = (summary: Summary): Html => html`<div>
<p>${statusChip(summary.status)}</p>
<h2><a href="${certificatePath(summary.certificate_id)}">${summary.name}</a></h2>
${sparkline(summary.quarters, true)}
<p class="big">${change(summary.slope_pct_year)} <small>a year</small></p>
<p class="quiet">95% interval ${changeRange(summary.slope_low, summary.slope_high)}; ${count(summary.evidence)} postings asked for ${isNamed(summary) ? "it" : "its skills"}</p>
</div>`;

function lead(summaries: readonly Summary[], facts: Facts): Html {
  const span = `${monthName(facts.firstMonth)} to ${monthName(facts.lastMonth)}`;
  return html`<header class="lead"><h1>Which certificates do employers ask for?</h1>
<p class="standfirst">Measured in ${count(facts.postings)} job postings from ${count(facts.sources)} sources, ${span}. Postings are not vacancies, hires or worth: this is what employers write when they look for people.</p>
<div class="leaders">${leaders(summaries).map(leaderPart)}</div>
${leaders(summaries).length > 0 && html`<p class="quiet">Lines: share of postings by quarter, from zero; shaded: the 95% interval. The surest rise, the best evidenced hold, the surest fall.</p>`}
</header>`;
}

const NEWS = 5;

const newsItem = (one: Revision): Html =>
  html`<li><a href="${certificatePath(one.certificate_id)}">${one.name}</a> ${statusChip(one.status)}${statusChanged(one) && html` <small>before: ${statusWords(one.status_before).label.toLowerCase()}</small>`}<br><small>${sentenceCase(shareMove(one))}.</small></li>`;

/** What is news since the last edition: changes of status first, else the largest moves of the share. */
function since(revisions: readonly Revision[]): Html {
  const [first] = revisions;
  const open = html`<section class="band-section" id="since" aria-labelledby="since-h"><h2 id="since-h">Since the last edition</h2>`;
  if (first === undefined)
    return html`${open}<p class="none">This is the first edition: there is none to compare it with.</p></section>`;
  const changes = revisions.filter(statusChanged).sort(byMove);
  const news = (changes.length > 0 ? changes : revisions.filter(moved).sort(byMove)).slice(0, NEWS);
  return html`${open}<p>${sentenceCase(sinceText(first))}: ${plural(changes.length, "certificate")} with another status, ${plural(revisions.filter(moved).length, "certificate")} with other figures. <a href="signals.html">All changes</a></p>
<ul class="plain">${news.map(newsItem)}</ul></section>`;
}

/** Questions whose chart stands on the overview too; the others' are one click away. */
const DRAWN = new Set(["doors", "survival"]);

/** The questions of the articles, each with its answer; the other charts and all cautions are a page of their own. */
function questionList(rows: QuestionRows): Value {
  const sections = answers(rows);
  if (sections.length === 0) return false;
  return html`<section class="band-section" id="questions" aria-labelledby="questions-h"><h2 id="questions-h">Questions that schools and families ask</h2>
<dl class="measures">${sections.map(({ id, question, answer, figure }) => html`<div><dt><a href="questions.html#${id}">${question}</a></dt><dd>${answer}</dd>${DRAWN.has(id) && html`<dd class="drawn">${figure}</dd>`}</div>`)}</dl></section>`;
}

export default definePage<Queries>({
  title: "Overview",
  queries: { summaries: SUMMARY_SQL, revisions: REVISION_SQL, ...QUESTION_QUERIES },
  *render(rows, facts) {
    const { summaries, revisions } = rows;
    const body = html`${lead(summaries, facts)}
<section id="sure" class="band-section" aria-labelledby="sure-h"><h2 id="sure-h">How sure can we be?</h2>
<p>Each certificate gets a status only where the evidence carries one: enough months, postings and employers, and a change that is unlikely to be chance when all certificates are tested together. Everything else is called what it is.</p>
${statusBar(summaries)}</section>
${since(revisions)}
${trends("rises", "What rises", "The surest rises first: those whose interval lies farthest above zero.", rising(summaries))}
${trends("fades", "What fades", "The surest falls first. Fading demand in postings does not make what a student learned worthless.", fading(summaries))}
${trends("holds", "What holds", "The best evidenced first: no clear rise or fall.", holding(summaries))}
${questionList(rows)}`;
    yield {
      path: "index.html",
      title: "Overview",
      description: "Which certificates job postings ask for: what rises, what holds, what fades, and how sure that is.",
      section: "overview",
      body,
    };
  },
});
