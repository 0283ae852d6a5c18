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

const CREDENTIAL = /(^|[/:])EducationalOccupational(Credential|Certificate|Degree)$/;

/** A credential by its type, or by the category that nothing else has. */
const isCredential = (node: unknown): boolean =>
  at(node, "credentialCategory") !== undefined ||
  list(at(node, "@type")).some((type) => typeof type === "string" && CREDENTIAL.test(type));

/** A name as a text, a DefinedTerm or a text with its language, safe to stand in html. */
const nameOf = (node: unknown): string | undefined =>
  (words(node) ?? words(at(node, "name")) ?? words(at(node, "@value")))?.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A category as words: `bachelor degree`, and `BachelorDegree` at the end of a vocabulary's address. */
const categoryOf = (node: unknown): string | undefined => {
  const name = nameOf(node) ?? words(at(node, "@id") ?? at(node, "url"));
  const term = name?.replace(/^https?:.*[/#:]/i, "").replace(/([a-z])([A-Z])/g, "$1 $2");
  return term?.replace(/[_-]+/g, " ").trim().toLowerCase() || undefined;
};

/** The levels of education that search engines document for JobPosting, as adverts write them. */
const LEVELS = new Map(
  Object.entries({
    "high school": "high school diploma",
    "associate degree": "associate degree",
    "bachelor degree": "bachelor's degree",
    "master degree": "master's degree",
    "postgraduate degree": "master's or other postgraduate degree",
    "doctoral degree": "doctoral degree",
  }),
);

/** What a named credential of a category is called; a category that names none of these is a credential. */
const kindOf = (category: string): string =>
  /licen[cs]e|certificat(?:e|ion)|badge|degree|diploma/.exec(category)?.[0] ?? "credential";

/**
 * What a credential demands, in words that can be read as a requirement ("Required license: ..."): schema.org holds what
 * `qualifications` and `educationRequirements` list to be required.
 */
const credentialWords = (credential: unknown): string | undefined => {
  const categories = list(at(credential, "credentialCategory")).flatMap((one) => categoryOf(one) ?? []);
  const levels = list(at(credential, "educationalLevel")).flatMap((one) => nameOf(one) ?? []);
  const name = nameOf(at(credential, "name"));
  const description = nameOf(at(credential, "description"));
  const detail = description === undefined || description === name ? "" : `. ${description}`;
  if (name !== undefined) {
    const by = nameOf(at(credential, "recognizedBy"));
    return `Required ${kindOf(categories.join(" "))}: ${name}${by === undefined ? "" : ` (${by})`}${detail}`;
  }
  const unnamed = [...categories.map((one) => LEVELS.get(one) ?? one), ...levels].join(" or ") || description;
  return unnamed === undefined ? undefined : `Required: ${unnamed}${unnamed === description ? "" : detail}`;
};

/** What one entry of a property that lists demands says, in words: a text, a credential, a term, or months of experience. */
const demand = (one: unknown): string | undefined => {
  if (typeof one === "string") return asHtml(one);
  if (isCredential(one)) return credentialWords(one);
  const named = [nameOf(one), nameOf(at(one, "description"))].filter((part) => part !== undefined);
  if (named.length > 0) return [...new Set(named)].join(", ");
  const months = words(at(one, "monthsOfExperience"));
  return months === undefined ? undefined : `${months} months of experience`;
};

/** Search engines document this text for adverts that ask for none; alone under a heading it says nothing. */
const NO_REQUIREMENTS = /^\s*no requirements?\.?\s*$/i;

const htmlOf = (job: JobPosting): string | undefined => {
  const description = asHtml(job.description);
  const unsaid = (value: unknown, ifNone?: string): string | undefined =>
    list(value)
      .flatMap((one) => (ifNone !== undefined && typeof one === "string" && NO_REQUIREMENTS.test(one) ? ifNone : one))
      .flatMap((one) => demand(one) ?? [])
      .filter((part) => !description?.includes(part))
      .map((part) => `<p>${part}</p>`)
      .join("\n") || undefined;
  const instead = String(job.experienceInPlaceOfEducation).toLowerCase() === "true";
  return headed(
    [undefined, description],
    ["Responsibilities", unsaid(job.responsibilities)],
    ["Qualifications", unsaid(job.qualifications)],
    ["Skills", unsaid(job.skills)],
    [
      "Education requirements",
      unsaid(
        [
          list(job.educationRequirements),
          instead ? "Equivalent experience is accepted in place of education." : [],
        ].flat(),
        "No degree required",
      ),
    ],
    ["Experience requirements", unsaid(job.experienceRequirements, "No experience required")],
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
