/** A path or text as an SQL literal: for statements such as COPY and SET that take no parameters. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
