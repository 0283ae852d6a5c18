import type { Platform } from "./platform.js";

const HEAD = `# Platforms, their boards and their terms

Made from the files of this folder by \`terms-table.ts\`; \`npx vitest run test/terms.test.ts -u\` writes it anew.
robots.txt is obeyed whatever stands here. Boards of a platform that is off by default are for you to add, once you have
read its terms.
`;

const COLUMNS = [
  "platform",
  "boards",
  "tested against",
  "terms reviewed",
  "date",
  "what they say",
  "on by default",
] as const;

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`;

/** The table of all platforms as Markdown, in the order of their names. */
export const termsTable = (platforms: Iterable<Platform>): string => {
  const rows = [...platforms]
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .map(({ name, board, tested, terms, needs, enabledByDefault }) =>
      row([
        name,
        needs ? `${board}; needs ${needs.map((variable) => `\`${variable}\``).join(", ")} in the environment` : board,
        tested,
        `<${terms.url}>`,
        terms.reviewed,
        terms.says,
        enabledByDefault ? "yes" : "no",
      ]),
    );
  return [HEAD, row(COLUMNS), row(COLUMNS.map(() => "---")), ...rows, ""].join("\n");
};
