import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const shared = new URL("../../../shared/data/", import.meta.url);

const ndjson = (path) =>
  gunzipSync(readFileSync(new URL(path, shared)))
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ title, text }) => ({ title: title ?? "", text }));

const nhs = (htmlToText) =>
  readdirSync(new URL("nhs_jobs/", shared))
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(new URL(`nhs_jobs/${name}`, shared), "utf8")))
    .filter(({ description }) => typeof description === "string")
    .map(({ title, description }) => ({ title: title ?? "", text: htmlToText(description) }));

const SENTENCES = [
  "We are looking for a technician to join our team in the north of the city.",
  "You will install and repair equipment, talk to customers and write short reports.",
  "CompTIA A+ or Network+ certification required; CCNA is a plus.",
  "Must have a valid driver's license and two years of experience with Microsoft Excel.",
  "CPR and first aid certification within 90 days of hire.",
  "We offer health insurance, paid holidays and a friendly place to work.",
  "Good communication, teamwork and problem solving are important to us.",
  "Registered Nurse license and current BLS card required for this role.",
];

/** Invented postings for a checkout without the shared data: the same ones each time. */
const invented = () =>
  Array.from({ length: 4000 }, (_, at) => ({
    title: "Technician",
    text: Array.from(
      { length: 18 },
      (__, line) => SENTENCES[(at * 7 + line * 5 + ((at >> 3) % 3)) % SENTENCES.length],
    ).join("\n"),
  }));

/** The same order each time, in which every stretch holds all sources: 7,919 is a prime that no count here divides by. */
const mixed = (all) => all.map((_, at) => all[(at * 7919) % all.length]);

/** Real postings where the shared data is present, of each source in proportion to its size; else invented ones. */
export function benchTexts(limit, htmlToText) {
  if (!existsSync(fileURLToPath(shared))) return { from: "invented postings", postings: invented().slice(0, limit) };
  const hn = [2018, 2019].flatMap((year) => ndjson(`hn/whoishiring-${year}.ndjson.gz`));
  const all = [...ndjson("everyday/everyday.ndjson.gz"), ...nhs(htmlToText), ...hn];
  return { from: "real postings (everyday, NHS, HN 2018 and 2019)", postings: mixed(all).slice(0, limit) };
}
