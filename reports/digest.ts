import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openMarts } from "./database.js";
import { digestOf } from "./digest/digest.js";
import { digestMail } from "./digest/mail.js";
import { digestMarkdown } from "./digest/markdown.js";
import { readDigest } from "./digest/rows.js";
import { readFacts } from "./page.js";

export interface WrittenDigest {
  markdown: string;
  html: string;
  /** The night in one sentence. */
  lead: string;
}

async function replace(file: string, text: string): Promise<string> {
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
  return file;
}

/**
 * Writes the digest of the warehouse's edition into a folder, as `digest.md` and `digest.html`.
 * @throws when the warehouse is missing or a mart lacks a column.
 */
export async function writeDigest(warehouse: string, folder: string): Promise<WrittenDigest> {
  const marts = await openMarts(warehouse);
  try {
    const digest = digestOf(await readDigest(marts), await readFacts(marts, false));
    await mkdir(folder, { recursive: true });
    const markdown = await replace(join(folder, "digest.md"), digestMarkdown(digest));
    const html = await replace(join(folder, "digest.html"), digestMail(digest));
    return { markdown, html, lead: digest.lead };
  } finally {
    marts.close();
  }
}
