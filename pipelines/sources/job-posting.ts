import { day } from "./days.js";
import { at, employment, joined, type Known, list, pay, places, prose, regionFrom, words } from "./fields.js";
import { headed, unescapeIfEscaped, withLines } from "./markup.js";

/** A schema.org JobPosting as JSON-LD or microdata states it. */
export type JobPosting = Record<string, unknown>;

const isJobPosting = (node: unknown): boolean =>
  list(at(node, "@type")).some((type) => typeof type === "string" && /(^|[/:])JobPosting$/.test(type));

/** Every JobPosting anywhere in a parsed JSON-LD document: alone, in a list, in a `@graph`, in an item list. */
export const jobPostingsIn = (node: unknown): JobPosting[] => {
  if (node === null || typeof node !== "object") return [];
  return isJobPosting(node) ? [node as JobPosting] : Object.values(node).flatMap(jobPostingsIn);
};

/** Text or html as html: escaping undone, and the line ends of plain text kept. */
const asHtml = (value: unknown): string | undefined => {
  const html = prose(
    list(value)
      .filter((one) => typeof one === "string")
      .join("\n"),
  );
  return html === undefined ? undefined : withLines(unescapeIfEscaped(html));
};

/** What an EducationalOccupationalCredential or an OccupationalExperienceRequirements says, in words. */
const demanded = (value: unknown): string | undefined =>
  list(value)
    .flatMap((one) => {
      if (typeof one === "string") return asHtml(one) ?? [];
      const months = words(at(one, "monthsOfExperience"));
      const named = joined(at(one, "name"), at(one, "description"), at(one, "credentialCategory"));
      return named ?? (months === undefined ? [] : `${months} months of experience`);
    })
    .map((one) => `<p>${one}</p>`)
    .join("\n") || undefined;

const htmlOf = (job: JobPosting): string | undefined => {
  const description = asHtml(job.description);
  const unsaid = (value: unknown): string | undefined => {
    const part = demanded(value);
    return part === undefined || description?.includes(part.slice(3, -4)) ? undefined : part;
  };
  return headed(
    [undefined, description],
    ["Responsibilities", unsaid(job.responsibilities)],
    ["Qualifications", unsaid(job.qualifications)],
    ["Skills", unsaid(job.skills)],
    ["Education requirements", unsaid(job.educationRequirements)],
    ["Experience requirements", unsaid(job.experienceRequirements)],
    ["Benefits", unsaid(job.jobBenefits)],
  );
};

const locationOf = (place: unknown): string | undefined =>
  joined(
    at(place, "address.addressLocality"),
    at(place, "address.addressRegion"),
    at(place, "address.addressCountry.name") ?? at(place, "address.addressCountry"),
  ) ?? words(typeof place === "string" ? place : (at(place, "name") ?? at(place, "address")));

const payOf = (salary: unknown): Known => {
  const value = at(salary, "value");
  const single = typeof value === "object" ? at(value, "value") : value;
  return pay({
    min: at(value, "minValue") ?? at(salary, "minValue") ?? single,
    max: at(value, "maxValue") ?? at(salary, "maxValue") ?? single,
    currency: at(salary, "currency") ?? at(value, "currency"),
    period: at(value, "unitText") ?? at(salary, "unitText"),
  });
};

/** The advert's own id; else its address without scheme and host, which other adverts cannot share. */
const requisitionOf = (job: JobPosting, pageUrl: string): string => {
  const identifier = words(at(job, "identifier.value") ?? at(job, "identifier"));
  if (identifier) return identifier;
  const url = words(job.url, 2000) ?? pageUrl;
  return (URL.canParse(url) ? url.replace(/^[a-z]+:\/\/[^/]*\/?/i, "") : url).slice(0, 300) || url.slice(0, 300);
};

/** What a JobPosting says, as a raw posting's fields; what it lacks (title, text) is found by validation. */
export const fromJobPosting = (job: JobPosting, pageUrl: string): Known & { requisition: string; title: string } => {
  const [first] = list(job.jobLocation);
  return {
    requisition: requisitionOf(job, pageUrl),
    title: words(job.title ?? job.name, 1000) ?? "",
    html: htmlOf(job),
    employer: words(at(job, "hiringOrganization.name") ?? at(job, "hiringOrganization")),
    locations: places(list(job.jobLocation).map(locationOf)),
    region: regionFrom(
      at(first, "address.addressCountry.name") ?? at(first, "address.addressCountry"),
      at(first, "address.addressRegion"),
    ),
    remote: list(job.jobLocationType).includes("TELECOMMUTE") ? true : undefined,
    department: words(job.occupationalCategory ?? job.industry),
    employment_type: employment(job.employmentType),
    ...payOf(job.baseSalary),
    posted_on: day(job.datePosted),
    closed_on: day(job.validThrough),
    url: words(job.url, 2000) ?? (URL.canParse(pageUrl) ? pageUrl : undefined),
    lang: words(job.inLanguage, 10),
  };
};
