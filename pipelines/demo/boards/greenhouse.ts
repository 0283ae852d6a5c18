import { hashOf } from "../random.js";
import { escapeHtml, toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, departmentOf, locationOf, postedAt, type Shelf, updatedAt, urlOf } from "./advert.js";
import { type Answer, json, type Route } from "./answer.js";

/** A job as Greenhouse's job board API states it; `content` is html, escaped once more. */
function jobOf(advert: Advert) {
  const { posting, composed } = advert;
  const { serial, title, employer } = posting;
  const department = departmentOf(posting);
  const officeName = locationOf(posting);
  return {
    absolute_url: urlOf(advert),
    data_compliance: [
      {
        type: "gdpr",
        requires_consent: false,
        requires_processing_consent: false,
        requires_retention_consent: false,
        retention_period: null,
        demographic_data_consent_applies: false,
      },
    ],
    internal_job_id: serial + 1_000_000_000,
    location: { name: officeName },
    metadata: null,
    id: serial,
    updated_at: updatedAt(advert),
    requisition_id: `R-${serial % 1_000_000}`,
    title,
    company_name: employer,
    first_published: postedAt(posting),
    language: "en",
    application_deadline: null,
    content: escapeHtml(toHtml(composed.blocks, MARKUPS.greenhouse)),
    departments: [{ id: hashOf(department) % 1_000_000, name: department, child_ids: [], parent_id: null }],
    offices: [
      {
        id: hashOf(officeName) % 1_000_000,
        name: officeName,
        location: `${officeName}, United States`,
        child_ids: [],
        parent_id: null,
      },
    ],
  };
}

/** A board with its jobs, with and without their content. */
export function greenhouse({ board, name, adverts, changed }: Shelf): Route[] {
  const meta = { total: adverts.length };
  const jobs = () => adverts.map(jobOf);
  const brief = () => jobs().map(({ content: _content, departments: _departments, offices: _offices, ...job }) => job);
  return [
    [`/v1/boards/${board}`, () => json({ name, content: "" }, changed)],
    [`/v1/boards/${board}/jobs`, () => json({ jobs: brief(), meta }, changed)],
    [`/v1/boards/${board}/jobs?content=true`, () => json({ jobs: jobs(), meta }, changed)],
  ];
}

/** What Greenhouse says of a board that it does not have. */
export const greenhouseMissing = (changed: number): Answer =>
  json({ status: 404, error: "Job not found" }, changed, 404);
