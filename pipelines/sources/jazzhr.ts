import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { DETAIL, detailRequest, embeddedDetail, knownOf, merged } from "./detail.js";
import { embeddedPostings } from "./embedded.js";
import { employment, places, words } from "./fields.js";
import { AnswerError, collect } from "./parsed.js";
import type { Page, Parsed, Platform } from "./platform.js";
import { boardNamed, stepAfter, tenant } from "./recognise.js";
import { treeOf } from "./tree.js";

const home = (source: Source): string => origin(source, `https://${source.board}.applytojob.com`);

/** The page of an advert that was posted without a JobPosting: its text and terms by the ids that all themes share. */
const detail = (page: Page): Parsed => {
  if (embeddedPostings(page.body, page.url).jobs.length > 0) return embeddedDetail(page);
  const $ = treeOf(page.body, "html");
  const known = knownOf(page);
  const terms = $("#resumator-job-employment, #resumator-job-type").first().clone();
  terms.find("strong").remove();
  return collect(page, [$], () =>
    merged(page, {
      requisition: known.requisition ?? "",
      title: known.title ?? words($("h1").first().text(), 1000) ?? "",
      html: $("#job-description, #resumator-job-description").first().html() ?? undefined,
      employment_type: employment(terms.text()),
    }),
  );
};

/**
 * JazzHR: the table of an employer's openings, and each advert's page. Unverified: written from the public documentation
 * of 2026-11-23. The table says when an opening was drafted, not when it was posted: only the JobPosting has that day.
 */
export const jazzhr: Platform = {
  name: "jazzhr",
  enabledByDefault: false,
  tested: "documentation",
  terms: {
    url: "https://www.employinc.com/jazzhr-acceptable-use-policy/",
    reviewed: "2026-11-23",
    says: "The acceptable use policy binds JazzHR's customers; nothing was found on machines that read the public openings: to be checked before a board is listed.",
  },
  board: "the employer's name in NAME.applytojob.com",
  recognise: (url) =>
    boardNamed(
      url.hostname === "app.jazz.co" ? stepAfter(url, "widgets", "basic", "create") : tenant(url, "applytojob.com"),
    ),
  start: (source) => [{ url: `${home(source)}/apply/jobs` }],
  parse: (page, source) => {
    if (page.label === DETAIL) return detail(page);
    const $ = treeOf(page.body, "html");
    // An employer who has left answers with a page that has no table; one without openings has an empty table.
    if ($("#jobs_table").length === 0) throw new AnswerError("jazzhr", page, "a table of openings (#jobs_table)");
    return collect(page, $('tr[id^="row_job_"]').toArray(), (row) => {
      const link = $(row).find('a[href*="/apply/"]').first();
      const requisition = /\/apply\/(?:jobs\/details\/)?([A-Za-z0-9]+)/.exec(link.attr("href") ?? "")?.[1] ?? "";
      const url = `${home(source)}/apply/${requisition}`;
      return detailRequest(url, {
        requisition,
        title: words(link.text(), 1000) ?? "",
        locations: places($(row).find("td").last().text()),
        department: words($(row).find(".resumator_department").text()),
        url,
      });
    });
  },
};
