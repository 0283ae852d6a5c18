import { printable } from "../models/printable.js";

const MARKUP = Symbol("markup");

/** Markup that needs no more escaping; only `html` and `trusted` make it. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What a template may hold: absent values and `false` print nothing, lists are joined, everything else is escaped. */
export type Value = Html | string | number | null | undefined | false | readonly Value[];

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in a page, between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** Marks text that we made ourselves (a rendered chart, a style) as markup. Never for anything read from a posting. */
export const trusted = (markup: string): Html => ({ [MARKUP]: markup });

export function toMarkup(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  if (MARKUP in value) return value[MARKUP];
  return value.map(toMarkup).join("");
}

/** A template that escapes by default. Attributes are written with quotes, so that no value can leave them. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  let markup = strings[0]!;
  for (const [index, value] of values.entries()) markup += toMarkup(value) + strings[index + 1]!;
  return trusted(markup);
}

/** The address if it is an absolute http(s) one, else null: `javascript:`, `data:` and the like are never linked. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? href : null;
}

/** A link out of the site, or the bare text where the address is not fit to be linked. */
export function outLink(url: string | null, text: string): Html {
  const href = safeUrl(url);
  return href === null ? html`${text}` : html`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`;
}
