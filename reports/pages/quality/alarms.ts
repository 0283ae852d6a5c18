import { type Html, html } from "../../html.js";
import { plural } from "../../numbers.js";
import { table } from "../../parts.js";

export interface Alarmed {
  alarm: string;
  source_id: string;
  level: string;
  sentence: string;
}

const MOST = 60;

/** Errors first. */
export const ALARMS_SQL = `SELECT alarm, source_id, level, sentence FROM marts.alarm ORDER BY level, alarm, source_id LIMIT ${MOST}`;

const WORDS: Record<string, string> = {
  stale: "Not healthy for days",
  volume_low: "Fewer postings than usual",
  volume_high: "More postings than usual",
  refused: "Postings that could not be read",
  schema_drift: "Fields changed",
  mention_drift: "Mention rates drifted",
};

/** "Alarms": what stood after the last night, for whoever runs the pipeline and for readers who doubt a number. */
export const alarmSection = (
  alarms: readonly Alarmed[],
): Html => html`<section id="alarms" aria-labelledby="alarms-h" class="trend"><div class="say"><h2 id="alarms-h">Alarms</h2><p>Each source is held against its own history after every night. ${alarms.length === 0 ? "Nothing is unusual." : `${plural(alarms.length, "thing is", "things are")} unusual${alarms.length === MOST ? " at least" : ""}; somebody has been told.`}</p></div>
${
  alarms.length > 0 &&
  table(
    "Alarms after the last night",
    ["Source", "Alarm", "Level", "What was seen"],
    alarms.map(({ alarm, source_id, level, sentence }) => [source_id, WORDS[alarm] ?? alarm, level, sentence]),
  )
}</section>`;
