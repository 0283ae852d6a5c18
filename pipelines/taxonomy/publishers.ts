import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Attribution } from "./attributions.js";
import type { Format } from "./formats.js";

/** The edition that the "Read Me.txt" beside an O*NET file names; the words without a number where there is none. */
function onetEdition(file: string): string {
  const readMe = join(dirname(file), "Read Me.txt");
  const named = existsSync(readMe) ? /O\*NET (\d+\.\d+) Database/.exec(readFileSync(readMe, "utf8")) : null;
  return named ? `O*NET ${named[1]} Database` : "O*NET Database";
}

/** The words that each publisher's licence asks for. */
export function attributionOf(publisher: Format["publisher"], file: string): Omit<Attribution, "files"> {
  if (publisher === "esco")
    return {
      name: "ESCO",
      text: "This service uses the ESCO classification of the European Commission.",
      licence: "CC BY 4.0",
    };
  if (publisher === "careeronestop")
    return {
      name: "CareerOneStop",
      text: "Data from CareerOneStop, sponsored by the U.S. Department of Labor.",
      licence: "terms of CareerOneStop",
    };
  const by = "by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)";
  const terms = "Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.";
  return {
    name: "O*NET",
    text: `This product includes information from the ${onetEdition(file)} ${by}. ${terms}`,
    licence: "CC BY 4.0",
  };
}
