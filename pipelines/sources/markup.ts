const NAMED: Record<string, string> = {
  lt: "<",
  gt: ">",
  quot: '"',
  amp: "&",
  apos: "'",
  "#39": "'",
  "#x27": "'",
  "#34": '"',
};

/** Undoes one level of escaping, so that html which was sent escaped is html again (`&amp;nbsp;` becomes `&nbsp;`). */
export const unescapeOnce = (html: string): string =>
  html.replace(/&(lt|gt|quot|amp|apos|#39|#x27|#34);/g, (whole, name: string) => NAMED[name] ?? whole);

/** Undoes escaping where tags came escaped and none came plain. */
export const unescapeIfEscaped = (html: string): string =>
  /&lt;\/?[a-z]/i.test(html) && !/<[a-z]/i.test(html) ? unescapeOnce(html) : html;

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** Text without tags as html that keeps its line ends; html as it is. */
export const withLines = (html: string): string => (/<[a-z]/i.test(html) ? html : html.replace(/\r?\n/g, "<br>\n"));

/** Joins parts of an advert, each under its heading; parts without words are left out. */
export const headed = (...parts: [heading: string | undefined, html: string | undefined][]): string | undefined =>
  parts
    .filter(([, html]) => html !== undefined && html.trim() !== "")
    .map(([heading, html]) =>
      heading ? `<h2>${escaped(heading)}</h2>\n${withLines(html ?? "")}` : withLines(html ?? ""),
    )
    .join("\n") || undefined;
