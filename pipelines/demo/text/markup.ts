import type { Board } from "../shapes.js";
import type { Markup } from "./document.js";

const breaks = (html: string): string => html.replaceAll("\n", "<br>");

/** The mark-up that each platform's editor leaves behind. */
export const MARKUPS: Record<Board["platform"], Markup> = {
  greenhouse: {
    heading: (html) => `<h3><strong>${html}</strong></h3>`,
    item: (html) => `<li>${html}</li>`,
    list: (items) => `<ul>\n${items}\n</ul>`,
    paragraph: (html) => `<p>${breaks(html)}</p>`,
  },
  lever: {
    heading: (html) => `<div><b>${html}</b></div>`,
    item: (html) => `<li>${html}</li>`,
    list: (items) => `<ul>${items}</ul>`,
    paragraph: (html) => `<div>${breaks(html)}</div><div><br></div>`,
  },
  ashby: {
    heading: (html) => `<h2><strong>${html}</strong></h2>`,
    item: (html) => `<li><p style="min-height:1.5em">${html}</p></li>`,
    list: (items) => `<ul style="min-height:1.5em">${items}</ul>`,
    paragraph: (html) => `<p style="min-height:1.5em">${breaks(html)}</p>`,
  },
  jsonld: {
    heading: (html) => `<p><b>${html}</b></p>`,
    item: (html) => `<li>${html}</li>`,
    list: (items) => `<ul>${items}</ul>`,
    paragraph: (html) => `<p>${breaks(html)}</p>`,
  },
};
