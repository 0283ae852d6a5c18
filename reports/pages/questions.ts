import { html } from "../html.js";
import { definePage } from "../page.js";
import { pair } from "../parts.js";
import { answers } from "./questions/answers.js";
import { QUESTION_QUERIES, type QuestionRows } from "./questions/rows.js";

/** Each question of the articles: a sentence, its numbers with their intervals, a chart, and what the numbers are not. */
export default definePage<QuestionRows>({
  title: "Questions",
  queries: QUESTION_QUERIES,
  *render(rows) {
    const sections = answers(rows);
    const none = html`<p class="none">No posting has a date yet: nothing can be said.</p>`;
    const body = html`<header class="lead"><h1>Questions</h1><p class="standfirst">What schools, parents and students ask about certificates, answered as far as job postings can. Each answer gives its interval; where too few postings speak, it says so.</p>
<ul class="toc">${sections.map(({ id, question }) => html`<li><a href="#${id}">${question}</a></li>`)}</ul></header>
${sections.length === 0 && none}
${sections.map(({ id, question, answer, caution, figure }) => pair(id, question, html`<p><strong>${answer}</strong></p><p class="quiet">${caution}</p>`, figure))}`;
    yield {
      path: "questions.html",
      title: "Questions",
      description:
        "Do certificates open doors, do they last, which ones hold: answered from job postings, with intervals.",
      section: "questions",
      body,
    };
  },
});
