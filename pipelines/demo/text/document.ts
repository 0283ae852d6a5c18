/** A posting's text as its parts, before a platform's mark-up; lists and paragraphs hold plain text. */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "list"; lines: readonly string[] }
  | { kind: "paragraph"; text: string };

/** How an employer writes headings and bullets in plain text. */
export interface Habits {
  bullet: string;
  heading: (text: string) => string;
}

const BULLETS = ["• ", "- ", "* ", "· ", "", "– "];
const HEADINGS: readonly Habits["heading"][] = [
  (text) => text,
  (text) => (/[:?]$/.test(text) ? text : `${text}:`),
  (text) => text.toUpperCase(),
];

export const habitsOf = (style: number): Habits => ({
  bullet: BULLETS[style % BULLETS.length]!,
  heading: HEADINGS[(style >> 4) % HEADINGS.length]!,
});

/** Plain text: parts apart by an empty line, a heading right above what it heads. */
export function toText(blocks: readonly Block[], { bullet, heading }: Habits): string {
  let text = "";
  for (const block of blocks) {
    if (block.kind === "heading") text += `${heading(block.text)}\n`;
    else if (block.kind === "list") text += `${block.lines.map((line) => bullet + line).join("\n")}\n\n`;
    else text += `${block.text}\n\n`;
  }
  return text.trimEnd();
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);

/** How a platform's editor writes mark-up. */
export interface Markup {
  heading: (html: string) => string;
  item: (html: string) => string;
  list: (items: string) => string;
  paragraph: (html: string) => string;
}

export function toHtml(blocks: readonly Block[], markup: Markup): string {
  return blocks
    .map((block) => {
      if (block.kind === "heading") return markup.heading(escapeHtml(block.text));
      if (block.kind === "paragraph") return markup.paragraph(escapeHtml(block.text));
      return markup.list(block.lines.map((line) => markup.item(escapeHtml(line))).join("\n"));
    })
    .join("\n");
}
