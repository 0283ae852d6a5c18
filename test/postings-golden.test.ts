import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { createExtractor } from "../extractors/extraction.js";
import { htmlToText } from "../extractors/text.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";

const FOLDER = packagePath("test", "input", "postings");
const extractor = createExtractor(loadTaxonomy());

/** A posting file: its first line is the title. A new case is a new file; the first run writes its golden. */
const read = (file: string): { title: string; text: string } => {
  const raw = readFileSync(`${FOLDER}/${file}`, "utf8");
  const text = file.endsWith(".html") ? htmlToText(raw) : raw;
  return { title: text.trim().split("\n")[0] ?? "", text };
};

test.each(readdirSync(FOLDER).sort())("%s is read as its golden says", async (file) => {
  const { title, text } = read(file);
  const { mentions, ...facts } = extractor.extract({ title, text });
  for (const { start, end, surface } of mentions) expect(text.slice(start, end)).toBe(surface);
  const rows = mentions.map(({ kind, entity, surface, requirement, section, group }) =>
    [
      kind,
      entity,
      requirement,
      section,
      ...(group === undefined ? [] : [`group ${group}`]),
      JSON.stringify(surface),
    ].join(" | "),
  );
  const golden = `${JSON.stringify({ ...facts, mentions: rows }, null, 1)}\n`;
  await expect(golden).toMatchFileSnapshot(packagePath("test", "golden", "postings", `${basename(file)}.json`));
});
