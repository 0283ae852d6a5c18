import { decodeEntities } from "./text/entities.js";

/** Tags that stand on lines of their own. */
const BLOCK = new Set(
  (
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hr html main nav ol p pre section table tbody tfoot thead title tr ul"
  ).split(" "),
);
/** Tags whose content is no text for readers. */
const DROPPED = new Set(["script", "style", "noscript", "template", "svg", "head", "iframe", "select", "textarea"]);
const LOOKS_LIKE_HTML =
  /<\/?(?:p|br|hr|li|ul|ol|dl|div|span|strong|b|i|u|em|h[1-6]|a|font|table|tr|td|th|section|article|header|body|html|script|style)(?:\s[^<>]{0,500})?\/?>|<script\b/i;

/** Gathers lines: breaks are kept pending, so that no line starts or ends with blanks and at most one empty line stands. */
class Lines {
  #parts: string[] = [];
  #breaks = 0;
  #blank = false;
  #bullet = false;

  break(count: number): void {
    if (count > this.#breaks) this.#breaks = count;
  }

  bullet(): void {
    this.break(1);
    this.#bullet = true;
  }

  blank(): void {
    this.#blank = true;
  }

  text(raw: string): void {
    const text = decodeEntities(raw).replace(/[\s\u00a0]+/g, " ");
    if (text === "") return;
    if (text === " ") {
      this.blank();
      return;
    }
    if (this.#breaks > 0) this.#openLine();
    else if ((this.#blank || text.startsWith(" ")) && this.#parts.length > 0) this.#parts.push(" ");
    this.#blank = text.endsWith(" ");
    this.#parts.push(text.trim());
  }

  #openLine(): void {
    if (this.#parts.length > 0) this.#parts.push("\n".repeat(this.#breaks));
    if (this.#bullet) this.#parts.push("• ");
    this.#breaks = 0;
    this.#blank = false;
    this.#bullet = false;
  }

  join(): string {
    return this.#parts.join("");
  }
}

function tagName(html: string, from: number): string {
  let to = from;
  while (to < html.length && to - from < 12 && /[a-zA-Z0-9]/.test(html[to]!)) to++;
  return html.slice(from, to).toLowerCase();
}

/** Where the content of a dropped element ends: behind its closing tag, or at the end of the text. */
function afterElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = from;
  const found = closing.exec(html);
  const end = found === null ? -1 : html.indexOf(">", found.index);
  return end === -1 ? html.length : end + 1;
}

function applyTag(lines: Lines, name: string, closes: boolean): void {
  if (name === "br") lines.break(1);
  else if (name === "li") closes ? lines.break(1) : lines.bullet();
  else if (name === "td" || name === "th") lines.blank();
  else if (/^h[1-6]$/.test(name) || name === "p" || name === "ul" || name === "ol") lines.break(2);
  else if (BLOCK.has(name)) lines.break(1);
}

/** Reads one comment or tag that starts at `at`; where it ends, or -1 where "<" is a plain character. */
function readTag(html: string, at: number, close: number, lines: Lines): number {
  if (html.startsWith("<!--", at)) {
    const end = html.indexOf("-->", at + 4);
    return end === -1 ? html.length : end + 3;
  }
  const closes = html[at + 1] === "/";
  const name = tagName(html, closes ? at + 2 : at + 1);
  if (name === "") return html[at + 1] === "!" || html[at + 1] === "?" ? close + 1 : -1;
  if (DROPPED.has(name) && !closes && html[close - 1] !== "/") return afterElement(html, name, close + 1);
  applyTag(lines, name, closes);
  return close + 1;
}

function strip(html: string): string {
  const lines = new Lines();
  let textFrom = 0;
  let close = -1;
  for (let at = html.indexOf("<"); at !== -1; ) {
    // The next ">" is looked up once and kept, so that a text of "<" alone stays linear.
    if (close < at) close = html.indexOf(">", at);
    if (close === -1) break;
    lines.text(html.slice(textFrom, at));
    const end = readTag(html, at, close, lines);
    textFrom = end === -1 ? at : end;
    at = html.indexOf("<", end === -1 ? at + 1 : end);
  }
  lines.text(html.slice(textFrom));
  return lines.join();
}

/**
 * Plain text of a posting's HTML, in one pass and linear time whatever the nesting: blocks become lines, list items
 * lines with "• ", character references their characters; scripts and styles are dropped. HTML that was escaped again
 * ("&lt;p&gt;") is unescaped first. Text without any tag keeps its line ends.
 */
export function htmlToText(html: string): string {
  let source = html;
  for (let rounds = 0; rounds < 2 && !LOOKS_LIKE_HTML.test(source) && source.includes("&lt;"); rounds++) {
    const decoded = decodeEntities(source);
    if (!LOOKS_LIKE_HTML.test(decoded) && !decoded.includes("&lt;")) break;
    source = decoded;
  }
  if (!LOOKS_LIKE_HTML.test(source)) return tidy(decodeEntities(source));
  return strip(source);
}

/** Plain text as it is stored: no carriage returns, no blanks at line ends, at most one empty line. */
export function tidy(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  return lines
    .map((line) => line.trimEnd())
    .filter((line, at, all) => line !== "" || (at > 0 && all[at - 1] !== ""))
    .join("\n")
    .trim();
}
