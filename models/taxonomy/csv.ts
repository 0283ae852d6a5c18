/** A record and the line that it stands on: in the taxonomy's files a record never spans lines. */
export interface CsvLine {
  line: number;
  cells: string[];
  /** The quotes do not match: `cells` is the line as it stands. */
  broken: boolean;
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/y;

function splitLine(content: string): string[] | null {
  if (!content.includes('"')) return content.split(",");
  const cells: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < content.length) {
    const found = CELL.exec(content);
    if (!found) return null;
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
  }
  return content.endsWith(",") ? [...cells, ""] : cells;
}

/**
 * RFC 4180 text (with or without BOM, any line ends) as cells; blank lines are passed over. Its own few lines
 * because the taxonomy is read at every start of the command line, where csv-parse takes ten times as long.
 */
export function splitCsv(text: string): CsvLine[] {
  const lines: CsvLine[] = [];
  for (const [i, content] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .entries()) {
    if (content.trim() === "") continue;
    const cells = splitLine(content);
    lines.push({ line: i + 1, cells: cells ?? [content], broken: cells === null });
  }
  return lines;
}
