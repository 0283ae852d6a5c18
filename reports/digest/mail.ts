import { type Html, html, toMarkup } from "../html.js";
import type { Digest, Part } from "./digest.js";

/** Mail programs drop style sheets and ask before they load anything: styles stand on the elements, nothing is loaded. */
const FONT = "font-family:Georgia,'Times New Roman',serif;color:#1b1f24;";
const CELL =
  "padding:6px 12px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid #dedad2;font-size:14px;";

function tableOf({ heads, rows }: NonNullable<Part["table"]>): Html {
  return html`<table style="border-collapse:collapse;width:100%;"><thead><tr>${heads.map((head) => html`<th scope="col" style="${CELL}font-weight:bold;">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td style="${CELL}">${cell}</td>`)}</tr>\n`)}</tbody></table>`;
}

const partHtml = ({
  heading,
  sentences,
  table,
}: Part): Html => html`<h2 style="${FONT}font-size:18px;margin:24px 0 4px;">${heading}</h2>
${sentences.map((sentence) => html`<p style="margin:4px 0;font-size:15px;line-height:1.5;">${sentence}</p>`)}${table !== undefined && tableOf(table)}`;

/** One self-contained document without script, image, style sheet or link. */
export const digestMail = ({ title, lead, parts, foot }: Digest): string =>
  `<!doctype html>\n${toMarkup(html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body style="margin:0;padding:16px;background:#ffffff;color:#1b1f24;font-family:Arial,Helvetica,sans-serif;"><main style="max-width:640px;margin:0 auto;">
<h1 style="${FONT}font-size:22px;margin:0 0 8px;">${title}</h1>
<p style="font-size:16px;line-height:1.5;"><strong>${lead}</strong></p>
${parts.map(partHtml)}
${foot.map((sentence) => html`<p style="margin:12px 0 0;font-size:12px;line-height:1.5;color:#575e67;">${sentence}</p>`)}
</main></body></html>
`)}`;
