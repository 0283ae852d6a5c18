import type { Digest, Part } from "./digest.js";

/** Text that Markdown takes for nothing else, on one line: names come from files of others. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_[\]<>|#&]/g, (sign) => (sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : `\\${sign}`));

const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;

function partText({ heading, sentences, table }: Part): string {
  const rows =
    table === undefined ? [] : ["", line(table.heads), line(table.heads.map(() => "---")), ...table.rows.map(line)];
  return [`## ${escaped(heading)}`, "", ...sentences.map(escaped), ...rows].join("\n");
}

export const digestMarkdown = ({ title, lead, parts, foot }: Digest): string =>
  `${[`# ${escaped(title)}`, `**${escaped(lead)}**`, ...parts.map(partText), "---", ...foot.map(escaped)].join("\n\n")}\n`;
