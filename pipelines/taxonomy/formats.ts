export type Row = Readonly<Record<string, string>>;

/** One kind of file that users download: how it is known, what is kept of it, and whom to thank. */
export interface Format {
  name: string;
  /** The header holds all of these (case does not matter). */
  headers: readonly string[];
  delimiter: "\t" | ",";
  /** Columns of which a row must have a value, with the pattern it must match and words for it. */
  required: Readonly<Record<string, { pattern: RegExp; right: string }>>;
  output: string;
  columns: readonly string[];
  /** The kept rows of one row of the file. */
  rows: (row: Row) => Row[];
  /** Of rows with the same value here: `first` keeps one, `none` keeps none where they differ. */
  key: { column: string; clash: "first" | "none" };
  /** True where several files of the publisher make up one table: rows of an earlier import stay. */
  adds: boolean;
  publisher: "onet" | "esco" | "careeronestop";
}

const SOC = /^(\d{2}-\d{4})\.\d{2}$/;
const soc = (row: Row): string => SOC.exec(row["o*net-soc code"] ?? "")?.[1] ?? "";
const isSoc = { pattern: SOC, right: "an O*NET-SOC code such as 15-1232.00" };
const isText = { pattern: /\S/, right: "text" };

/** "CEO (Chief Executive Officer)" holds two titles. */
function titlesIn(title: string): string[] {
  const found = /^([^()]+)\(([^()]+)\)$/.exec(title.trim());
  return (found ? [found[1] ?? "", found[2] ?? ""] : [title]).map((part) => part.trim().toLowerCase()).filter(Boolean);
}

const uuid = (uri: string): string => uri.slice(uri.lastIndexOf("/") + 1);

/** Read by their headers, whatever the file is called. O*NET and ESCO were tried on editions 29.2 and 1.2.0. */
export const FORMATS: readonly Format[] = [
  {
    name: "O*NET Alternate Titles",
    headers: ["O*NET-SOC Code", "Alternate Title", "Short Title"],
    delimiter: "\t",
    required: { "O*NET-SOC Code": isSoc, "Alternate Title": isText },
    output: "onet_titles.csv",
    columns: ["soc", "title"],
    rows: (row) => titlesIn(row["alternate title"] ?? "").map((title) => ({ soc: soc(row), title })),
    key: { column: "title", clash: "none" },
    adds: false,
    publisher: "onet",
  },
  {
    name: "O*NET Technology Skills",
    headers: ["O*NET-SOC Code", "Example", "Commodity Code", "Commodity Title"],
    delimiter: "\t",
    required: {
      "O*NET-SOC Code": isSoc,
      Example: isText,
      "Commodity Code": { pattern: /^\d{8}$/, right: "eight digits" },
    },
    output: "onet_technology.csv",
    columns: ["id", "soc", "technology", "commodity_code", "commodity", "hot", "in_demand"],
    rows: (row) => [
      {
        id: `${soc(row)}/${row.example}`,
        soc: soc(row),
        technology: row.example ?? "",
        commodity_code: row["commodity code"] ?? "",
        commodity: row["commodity title"] ?? "",
        hot: row["hot technology"] ?? "",
        in_demand: row["in demand"] ?? "",
      },
    ],
    key: { column: "id", clash: "first" },
    adds: false,
    publisher: "onet",
  },
  {
    name: "O*NET Job Zones",
    headers: ["O*NET-SOC Code", "Job Zone"],
    delimiter: "\t",
    required: { "O*NET-SOC Code": isSoc, "Job Zone": { pattern: /^[1-5]$/, right: "a job zone from 1 to 5" } },
    output: "onet_job_zones.csv",
    columns: ["soc", "job_zone"],
    rows: (row) => [{ soc: soc(row), job_zone: row["job zone"] ?? "" }],
    key: { column: "soc", clash: "first" },
    adds: false,
    publisher: "onet",
  },
  {
    name: "O*NET Occupation Data",
    headers: ["O*NET-SOC Code", "Title", "Description"],
    delimiter: "\t",
    required: { "O*NET-SOC Code": isSoc, Title: isText },
    output: "onet_occupations.csv",
    columns: ["code", "soc", "title", "description"],
    rows: (row) => [
      { code: row["o*net-soc code"] ?? "", soc: soc(row), title: row.title ?? "", description: row.description ?? "" },
    ],
    key: { column: "code", clash: "first" },
    adds: false,
    publisher: "onet",
  },
  {
    name: "ESCO skills",
    headers: ["conceptUri", "preferredLabel", "altLabels", "skillType"],
    delimiter: ",",
    required: {
      conceptUri: { pattern: /^https?:\/\/\S+\/\S+$/, right: "the address of an ESCO concept" },
      preferredLabel: isText,
    },
    output: "esco_skills.csv",
    columns: ["id", "name", "aliases", "code"],
    rows: (row) => [
      {
        id: uuid(row.concepturi ?? ""),
        name: row.preferredlabel ?? "",
        aliases: (row.altlabels ?? "")
          .split(/\s*(?:\||\n)\s*/)
          .filter(Boolean)
          .join("|"),
        code: `esco:${uuid(row.concepturi ?? "")}`,
      },
    ],
    key: { column: "id", clash: "first" },
    adds: true,
    publisher: "esco",
  },
  {
    // Written from the documented column names; no file of CareerOneStop was at hand to try it on.
    name: "CareerOneStop certifications",
    headers: ["CERT_ID", "CERT_NAME"],
    delimiter: ",",
    required: { CERT_ID: isText, CERT_NAME: isText },
    output: "careeronestop_certificates.csv",
    columns: ["id", "name", "acronym", "organisation", "url"],
    rows: (row) => [
      {
        id: row.cert_id ?? "",
        name: row.cert_name ?? "",
        acronym: row.acronym ?? "",
        organisation: row.org_name ?? row.org_id ?? "",
        url: row.url ?? "",
      },
    ],
    key: { column: "id", clash: "first" },
    adds: false,
    publisher: "careeronestop",
  },
];
