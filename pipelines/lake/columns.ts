const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A path or text as an SQL literal: for statements such as COPY that take no parameters. */
export const sqlText = quoted;

/** The `columns` argument of read_json for a table. */
export const jsonColumns = (columns: Record<string, string>): string =>
  `{${Object.entries(columns)
    .map(([name, type]) => `${quoted(name)}: ${quoted(type)}`)
    .join(", ")}}`;
