import type { Interval } from "../../../warehouse/statistics/wilson.js";
import type { LabelledReport, LinkResult, SpanResult } from "../labelled.js";
import { MEASURES } from "./spans.js";
import type { Figure } from "./tally.js";

const percent = (share: number): string => (share * 100).toFixed(1);
const range = ({ low, high }: Interval): string => `${percent(low)}-${percent(high)}`;
const f1Cell = ({ f1, f1_95 }: Figure): string => `${percent(f1)} (${range(f1_95)})`;
const sharesCell = ({ precision, recall }: Figure): string => `${percent(precision)} / ${percent(recall)}`;

const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const spanTable = (spans: readonly SpanResult[]): string =>
  markdown(
    [
      "set",
      "sentences",
      ...MEASURES.map((name) => `F1 ${name}`),
      "overlap P / R",
      "unseen half",
      "published",
      "source",
    ],
    spans.map((one) => [
      `${one.set} ${one.layer}`,
      String(one.sentences),
      ...MEASURES.map((name) => f1Cell(one[name])),
      sharesCell(one.overlap),
      percent(one.unseen.f1),
      one.published,
      one.source,
    ]),
  );

const linkTable = (links: readonly LinkResult[]): string =>
  markdown(
    ["set", "sentences", "F1 of links", "P / R", "unseen half", "RP@5", "MRR", "labels we have", "published", "source"],
    links.map((one) => [
      one.set,
      String(one.sentences),
      f1Cell(one.links),
      sharesCell(one.links),
      percent(one.unseen.f1),
      `${percent(one.rp5.value)} (${range(one.rp5.interval_95)})`,
      one.mrr.value.toFixed(3),
      `${one.known} of ${one.labels}`,
      one.published,
      one.source,
    ]),
  );

/** The report as markdown: figures in per cent, 95 % intervals in brackets. */
export function formatLabelled(report: LabelledReport): string {
  const parts = [
    `Skills on public labelled sets, extractor ${report.extractor}: per cent, 95 % intervals by bootstrap over sentences.`,
    ...(report.spans.length > 0 ? [spanTable(report.spans)] : []),
    ...(report.links.length > 0 ? [linkTable(report.links)] : []),
    Object.entries(report.differences)
      .map(([set, difference]) => `- ${set}: ${difference}`)
      .join("\n"),
    ...(report.absent.length > 0 ? [`Not in ${report.folder}: ${report.absent.join(", ")}.`] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}
