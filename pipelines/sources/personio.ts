import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { day } from "./days.js";
import { employment, places, words } from "./fields.js";
import { headed } from "./markup.js";
import { AnswerError, collect } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardHost, boardNamed, tenant } from "./recognise.js";
import { treeOf } from "./tree.js";

const home = (source: Source): string => origin(source, `https://${boardHost(source.board, "jobs.personio.de")}`);

/** Personio's XML feed: the whole board in one document, descriptions in titled parts. */
export const personio: Platform = {
  name: "personio",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://support.personio.de/hc/en-us/articles/207576365-Integrate-jobs-from-Personio-into-your-company-website-via-XML",
    reviewed: "2026-11-23",
    says: "The XML feed is documented and public where the employer has switched it on, for the employer's own site; of other readers it says nothing, so ask before crawling at scale.",
  },
  board:
    "the name in NAME.jobs.personio.de, or the whole host of another ending, e.g. `acme` or `acme.jobs.personio.com`",
  recognise: (url) => boardNamed(tenant(url, "jobs.personio.de") ?? (tenant(url, "jobs.personio.com") && url.hostname)),
  start: (source) => [{ url: `${home(source)}/xml?language=en` }],
  parse: (page, source) => {
    const $ = treeOf(page.body, "xml");
    if ($("workzag-jobs").length === 0) throw new AnswerError("personio", page, "<workzag-jobs>");
    return collect(page, $("workzag-jobs > position").toArray(), (position) => {
      const text = (name: string): string | undefined => words($(position).children(name).text());
      const parts = $(position).find("jobDescriptions > jobDescription").toArray();
      const id = text("id") ?? "";
      return {
        requisition: id,
        title: words($(position).children("name").text(), 1000) ?? "",
        html: headed(
          ...parts.map((part): [string | undefined, string] => [
            words($(part).children("name").text()),
            $(part).children("value").text(),
          ]),
        ),
        employer: text("subcompany"),
        locations: places(
          text("office"),
          $(position)
            .find("additionalOffices > office")
            .toArray()
            .map((one) => $(one).text()),
        ),
        department: text("department"),
        employment_type:
          text("employmentType") === "permanent" ? employment(text("schedule")) : employment(text("employmentType")),
        posted_on: day(text("createdAt")),
        url: `${home(source)}/job/${id}`,
      };
    });
  },
};
