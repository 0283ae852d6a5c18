import { type Block, escapeHtml, toHtml, toText } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, departmentOf, employmentOf, locationOf, postedAt, type Shelf, urlOf } from "./advert.js";
import { type Answer, json, type Route } from "./answer.js";

/** Lever keeps headed lists apart from the text before and after them. */
function split(blocks: readonly Block[]) {
  const before: Block[] = [];
  const after: Block[] = [];
  const lists: { text: string; content: string }[] = [];
  for (const [i, block] of blocks.entries()) {
    const next = blocks[i + 1];
    const previous = blocks[i - 1];
    if (block.kind === "heading" && next?.kind === "list") {
      const items = next.lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("\n");
      lists.push({ text: block.text, content: `\n${items}` });
    } else if (!(block.kind === "list" && previous?.kind === "heading")) {
      (lists.length === 0 ? before : after).push(block);
    }
  }
  return { before, lists, after };
}

/** A posting as Lever's postings API states it. */
function postingOf(advert: Advert) {
  const { posting } = advert;
  const { blocks, habits } = advert.composed;
  const { before, lists, after } = split(blocks);
  const location = locationOf(posting);
  const description = toHtml(before, MARKUPS.lever);
  const descriptionPlain = toText(before, habits);
  const url = urlOf(advert);
  const { pay } = posting;
  return {
    additionalPlain: toText(after, habits),
    additional: toHtml(after, MARKUPS.lever),
    categories: {
      commitment: employmentOf(posting),
      department: departmentOf(posting),
      location,
      team: departmentOf(posting),
      allLocations: [location],
    },
    createdAt: Date.parse(postedAt(posting)),
    descriptionPlain,
    description,
    id: posting.requisition,
    lists,
    text: posting.title,
    country: "US",
    workplaceType: posting.remote ? "remote" : "onsite",
    opening: "",
    openingPlain: "",
    descriptionBody: description,
    descriptionBodyPlain: descriptionPlain,
    hostedUrl: url,
    applyUrl: `${url}/apply`,
    ...(pay !== null && {
      salaryRange: {
        min: pay.min,
        max: pay.max,
        currency: "USD",
        interval: pay.period === "hour" ? "per-hour-wage" : "per-year-salary",
      },
    }),
  };
}

export const lever = ({ board, adverts, changed }: Shelf): Route[] => [
  [`/v0/postings/${board}`, () => json(adverts.map(postingOf), changed)],
];

/** What Lever says of a board that it does not have. */
export const leverMissing = (changed: number): Answer => json({ ok: false, error: "Document not found" }, changed, 404);
