import { load } from "cheerio";
import { origin } from "./address.js";
import { day } from "./days.js";
import { employment, places, words } from "./fields.js";
import { headed } from "./markup.js";
import { AnswerError, collect } from "./parsed.js";
import type { Platform } from "./platform.js";

/** Personio's XML feed: the whole board in one document, descriptions in titled parts. */
export const personio: Platform = {
  name: "personio",
  enabledByDefault: true,
  start: (source) => [{ url: `${origin(source, `https://${source.board}.jobs.personio.de`)}/xml?language=en` }],
  parse: (page, source) => {
    const $ = load(page.body, { xml: true });
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
        url: `${origin(source, `https://${source.board}.jobs.personio.de`)}/job/${id}`,
      };
    });
  },
};
