import { type Block, escapeHtml, toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, departmentOf, locationOf, postedAt, type Shelf } from "./advert.js";
import type { Answer, Route } from "./answer.js";

const EMPLOYMENTS: Partial<Record<Advert["posting"]["employment"], [type: string, schedule: string]>> = {
  full_time: ["permanent", "full-time"],
  part_time: ["permanent", "part-time"],
  contract: ["freelance", "full-time"],
  temporary: ["temporary", "full-time"],
  internship: ["intern", "full-time"],
};

/** Titled parts: each heading with what stands under it; what stands before the first is titled as the whole. */
function titled(blocks: readonly Block[]): { name: string; value: Block[] }[] {
  const parts: { name: string; value: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") parts.push({ name: block.text, value: [] });
    else {
      if (parts.length === 0) parts.push({ name: "Your role", value: [] });
      parts.at(-1)!.value.push(block);
    }
  }
  return parts;
}

function positionOf({ posting, composed }: Advert): string {
  const [type, schedule] = EMPLOYMENTS[posting.employment] ?? ["permanent", "full-time"];
  const parts = titled(composed.blocks).map(
    ({ name, value }) => `<jobDescription>
      <name>${escapeHtml(name)}</name>
      <value><![CDATA[${toHtml(value, MARKUPS.jsonld)}]]></value>
    </jobDescription>`,
  );
  return `<position>
  <id>${posting.requisition}</id>
  <subcompany>${escapeHtml(posting.employer)}</subcompany>
  <office>${escapeHtml(locationOf(posting))}</office>
  <department>${escapeHtml(departmentOf(posting))}</department>
  <recruitingCategory>${escapeHtml(departmentOf(posting))}</recruitingCategory>
  <name>${escapeHtml(posting.title)}</name>
  <jobDescriptions>
    ${parts.join("\n    ")}
  </jobDescriptions>
  <employmentType>${type}</employmentType>
  <seniority>${posting.level === "entry" ? "entry-level" : "experienced"}</seniority>
  <schedule>${schedule}</schedule>
  <occupation>${posting.occupation.id}</occupation>
  <occupationCategory>${posting.occupation.group}</occupationCategory>
  <createdAt>${postedAt(posting).slice(0, 19)}+00:00</createdAt>
</position>`;
}

/** The whole board as one XML document. */
export const personio = ({ home, adverts, changed }: Shelf): Route[] => [
  [
    `${home}/xml`,
    (): Answer => ({
      contentType: "text/xml; charset=UTF-8",
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>\n${adverts.map(positionOf).join("\n")}\n</workzag-jobs>\n`,
      changed,
    }),
  ],
];
