import type { Source } from "../../models/source.js";
import type { Batch } from "../lake/batch.js";
import { BrokenFile } from "../readers/bytes.js";
import { documentOf } from "../readers/json.js";
import { brokenOff } from "../readers/ndjson.js";
import { DETAIL, knownOf } from "../sources/detail.js";
import type { Known } from "../sources/fields.js";
import { AnswerError, readAnswer } from "../sources/parsed.js";
import type { Fetchable, Page, Parsed, Platform, Refusal } from "../sources/platform.js";

export interface AnswerImport {
  platform: Platform;
  source: Source;
  constants: Known;
  note: (text: string) => void;
}

const contentType = (body: string): string =>
  /^\s*[[{]/.test(body) ? "application/json" : /^\s*<\?xml/.test(body) ? "application/xml" : "text/html";

const pageOf = async (file: string, asked: Fetchable | undefined, how: AnswerImport): Promise<Page> => {
  const { text, broken } = await documentOf(file, { note: how.note });
  if (broken) throw broken;
  return {
    url: asked?.url ?? file,
    contentType: contentType(text),
    body: text,
    ...(asked === undefined ? {} : { label: DETAIL, carry: asked.carry }),
  };
};

const unusable = (file: string, error: unknown): Refusal => {
  if (error instanceof BrokenFile) return brokenOff(file, error);
  if (error instanceof AnswerError) return { where: file, field: "answer", value: "", reason: error.message };
  throw error;
};

const parsedOf = async (file: string, asked: Fetchable | undefined, how: AnswerImport): Promise<Parsed> => {
  try {
    const parsed = readAnswer(how.platform, await pageOf(file, asked, how), how.source);
    const empty = parsed.postings.length + parsed.refused.length + parsed.follow.length === 0;
    if (!empty) return parsed;
    const reason = `no posting in it; answers of ${how.platform.name} are expected`;
    return { ...parsed, refused: [{ where: file, field: "answer", value: "", reason }] };
  } catch (error) {
    return { postings: [], follow: [], refused: [unusable(file, error)] };
  }
};

const withoutText = (file: string, asked: Fetchable): Refusal => ({
  where: file,
  field: "text",
  value: knownOf({ ...asked, body: "", contentType: "" }).title ?? asked.url,
  reason: `the list names the advert only; its text stands at ${asked.url}, which an import does not fetch`,
  item: asked.carry,
});

/**
 * Puts answers of a platform that were kept as files into a batch. `details` are answers to the requests that the list
 * makes for its adverts, in its order; an advert whose page is not among them is refused for want of a text.
 */
export const importAnswers = async (
  file: string,
  details: string[],
  how: AnswerImport,
  batch: Batch,
): Promise<number> => {
  const list = await parsedOf(file, undefined, how);
  const asked = list.follow.filter((request) => request.label === DETAIL);
  const pages = await Promise.all(details.map((detail, index) => parsedOf(detail, asked[index], how)));
  const parsed = [list, ...pages];
  const postings = parsed.flatMap((one) => one.postings);
  for (const posting of postings) batch.add({ ...how.constants, ...posting });
  const refused = [
    ...parsed.flatMap((one) => one.refused),
    ...asked.slice(details.length).map((one) => withoutText(file, one)),
  ];
  for (const refusal of refused) batch.refuse(refusal);
  return postings.length + refused.length;
};
