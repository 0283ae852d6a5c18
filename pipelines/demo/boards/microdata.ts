import { escapeHtml } from "../text/document.js";

/** Properties that hold mark-up; all others are plain text. */
const MARKUP = new Set(["description"]);

const isScope = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function property(name: string, value: unknown): string {
  if (isScope(value)) return scope(value, ` itemprop="${name}"`);
  if (MARKUP.has(name)) return `<div itemprop="${name}">${value}</div>`;
  if (name === "title") return `<h1 itemprop="${name}">${escapeHtml(String(value))}</h1>`;
  return `<meta itemprop="${name}" content="${escapeHtml(String(value))}">`;
}

function scope({ "@type": type, "@context": _context, ...properties }: Record<string, unknown>, as: string): string {
  const inside = Object.entries(properties).map(([name, value]) => property(name, value));
  return `<div${as} itemscope itemtype="https://schema.org/${type}">\n${inside.join("\n")}\n</div>`;
}

/** A schema.org object as microdata in a page's elements (HTML Standard, "Microdata"), instead of JSON in a script. */
export const microdataOf = (thing: Record<string, unknown>): string => scope(thing, "");
