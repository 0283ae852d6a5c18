import { type Html, html } from "../../html.js";
import type { Summary } from "../../summary.js";

/** Fewer asks than this make no sheet: there is nothing to advise from. */
export const PRINT_POSTINGS = 100;

export const hasSheet = ({ evidence, status }: Summary): boolean =>
  status !== null && (evidence ?? 0) >= PRINT_POSTINGS;

/** "Health Science" as a part of a file's name; a sheet of a cluster never meets one of a certificate. */
export const clusterPath = (cluster: string): string =>
  `print/cluster-${cluster
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")}.html`;

export const sheetPath = (id: string): string => `print/${id}.html`;

/** From a certificate's page to its sheet and that of its cluster. */
export const printLink = (summary: Summary): Html | false =>
  hasSheet(summary) &&
  html`<p class="quiet prints">One page to print: <a href="../${sheetPath(summary.certificate_id)}">this certificate</a>${summary.cluster_name !== null && html`, <a href="../${clusterPath(summary.cluster_name)}">${summary.cluster_name}</a>`}</p>`;
