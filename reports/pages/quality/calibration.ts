import type { Calibration, PlantedPart, ScenarioResult, SourceResult } from "../../../models/calibration.js";
import { type Html, html, type Value } from "../../html.js";
import { count, dayName, percent, percentRange, sentenceCase } from "../../numbers.js";
import { table } from "../../parts.js";

const shown = (part: number | null): Value => (part === null ? "–" : percent(part));

const planted = (of: PlantedPart): Value =>
  of === null ? shown(null) : `${percent(of.part)} (${percentRange(of.low, of.high)})`;

const scenarioCells = (one: ScenarioResult): Value[] => [
  sentenceCase(one.scenario).replace(" %", "%"),
  shown(one.slope_coverage),
  planted(one.planted_slope_coverage),
  planted(one.planted_horizon_coverage),
  planted(one.believed_horizon_coverage),
  shown(one.horizon_coverage),
  shown(one.share_coverage),
  shown(one.false_fading),
  planted(one.power),
];

const sourceCells = ({ scenario, raw_move, matched_move }: SourceResult): Value[] => [
  sentenceCase(scenario),
  percent(raw_move),
  matched_move === null ? "not available" : percent(matched_move),
];

/** "Markets whose truth is known": the last saved calibration. */
export function calibrationSection(calibration: Calibration | null): Html {
  const heading = html`<h2 id="calibration-h">Markets whose truth is known</h2>`;
  if (calibration === null)
    return html`<section id="calibration" aria-labelledby="calibration-h" class="trend"><div class="say">${heading}</div><p class="none">No calibration was saved.</p></section>`;
  const { scenarios, sources, measured_on } = calibration;
  return html`<section id="calibration" aria-labelledby="calibration-h" class="trend"><div class="say">${heading}
<p>Simulated markets with trends that we planted tell whether the numbers can be trusted: a 95% interval should hold the truth in 93 to 97 of 100 cases, at most 5 of 100 flat certificates may be called fading, and a fall of 15% a year should be found in at least 90 of 100. ${count(scenarios[0]?.markets ?? 0)} markets of each kind, and more where a trend is planted, measured on ${dayName(measured_on)}. In each one certificate is planted; what rests on these alone stands with its 95% interval.</p>
<p>A horizon is for what may come: a trend may turn, stop, go on or grow steeper, and its interval believes each in part. Simulated trends only go on, and a step is over once it came: of such futures an interval for all four may hold more than 95 in 100, a step's nearly all. “As believed” is the part that it holds where trends last as it believes; whether those of real years do is for the backtest to say.</p></div>
${table(
  "How often 95% intervals held the truth, and how often fading was called",
  [
    "Market",
    "Slope",
    "Slope, planted",
    "Horizon, planted",
    "Horizon, as believed",
    "Horizon, all",
    "Share now",
    "Flat called fading",
    "Falls found",
  ],
  scenarios.map(scenarioCells),
  [1, 2, 3, 4, 5, 6, 7, 8],
)}
<p>The same market with other sources, through import, reading and counting: by how much shares moved that should not have.</p>
${table(
  "Largest relative change of a share",
  ["What happened", "Raw share", "Matched-source share"],
  sources.map(sourceCells),
  [1, 2],
)}</section>`;
}
