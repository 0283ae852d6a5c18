import { type Html, html, type Value } from "../../html.js";
import { count, dayName, plural } from "../../numbers.js";
import { details, table } from "../../parts.js";
import type { Health, Host } from "./rows.js";
import { RECENT_DAYS } from "./rows.js";
import { faultWords } from "./words.js";

/** A table of more rows than this hides those without trouble behind a summary, and at most so many of them. */
const FEW = 12;
const MOST_FINE = 500;
const MOST_FIELDS = 8;

/** The troubled rows in sight, the others one click away. */
function folded<Row>(
  caption: string,
  heads: readonly Value[],
  rows: readonly Row[],
  hasTrouble: (row: Row) => boolean,
  cells: (row: Row) => readonly Value[],
  numeric: readonly number[],
): Html {
  const troubled = rows.filter(hasTrouble);
  const fine = rows.filter((row) => !hasTrouble(row));
  if (rows.length <= FEW) return table(caption, heads, rows.map(cells), numeric);
  const shown = fine.slice(0, MOST_FINE);
  const unshown = fine.length - shown.length;
  return html`${troubled.length > 0 && table(`${caption}: with trouble`, heads, troubled.map(cells), numeric)}
${
  fine.length > 0 &&
  details(
    `${count(fine.length)} without trouble`,
    html`${table(`${caption}: without trouble`, heads, shown.map(cells), numeric)}${unshown > 0 && html`<p class="quiet">${count(unshown)} more are in the <a href="downloads.html">downloads</a>.</p>`}`,
  )
}`;
}

function fields(label: string, names: readonly string[] | null): Value {
  if (names === null || names.length === 0) return false;
  const more = names.length - MOST_FIELDS;
  const shown = names.slice(0, MOST_FIELDS).map((name, index) => html`${index > 0 && ", "}<code>${name}</code>`);
  return html`${label} ${shown}${more > 0 && ` and ${count(more)} more`}`;
}

const lines = (parts: readonly Value[]): Value => parts.map((part, index) => html`${index > 0 && html`<br>`}${part}`);

function drift({ drift_date, drift_unknown, drift_vanished }: Health): Value[] {
  const parts = [fields("new:", drift_unknown), fields("gone:", drift_vanished)].filter((part) => part !== false);
  return drift_date === null ? [] : [...parts, html`<small>fields changed on ${dayName(drift_date)}</small>`];
}

function faults({ faults, error }: Health): Value[] {
  const named = (faults ?? []).filter(({ name }) => name !== "schema_drift");
  if (named.length === 0) return error === null ? [] : [error];
  return named.map(
    ({ name, count: times }) => html`${faultWords(name)}${times > 1 && html` <small>${count(times)} times</small>`}`,
  );
}

const state = (one: Health, lastDay: string): Value =>
  lines([
    one.censored
      ? html`<strong>censored</strong>, ${one.last_healthy === null ? "never healthy yet" : html`healthy on ${dayName(one.last_healthy)}`}`
      : "healthy",
    ...(one.censored_days > 0
      ? [html`<small>censored on ${count(one.censored_days)} of ${plural(one.days, "day")}</small>`]
      : []),
    ...(one.date < lastDay ? [html`<small>last asked on ${dayName(one.date)}</small>`] : []),
  ]);

const expected = ({ expected_min, expected_max }: Health): string =>
  expected_min === null ? "–" : `${count(expected_min)} to ${expected_max === null ? "any" : count(expected_max)}`;

/** Answers that brought nothing new: unchanged, or not even asked for. */
const unchanged = ({ not_modified, not_asked }: Health): number => not_modified + not_asked;

const isTroubled = (one: Health): boolean => one.censored || (one.faults ?? []).length > 0 || one.drift_date !== null;

/** The sources with how they were, what went wrong or changed lately, and what asking them took. */
export function sourceTable(health: readonly Health[]): Html {
  if (health.length === 0) return html`<p class="none">No source has reported its health yet.</p>`;
  const lastDay = health.reduce((last, { date }) => (date > last ? date : last), "");
  return folded(
    "Sources",
    [
      "Source",
      "State",
      `What went wrong or changed in ${RECENT_DAYS} days`,
      "Postings",
      "Expected",
      "Requests",
      "Pages as before",
      "Refused",
    ],
    health,
    isTroubled,
    (one) => [
      one.source_id,
      state(one, lastDay),
      lines([...faults(one), ...drift(one)]),
      count(one.seen),
      expected(one),
      count(one.requests),
      count(unchanged(one)),
      count(one.failed),
    ],
    [3, 4, 5, 6, 7],
  );
}

function hostState({ suspended_days, slowed }: Host): Value {
  const parts = [
    suspended_days > 0 && html`<strong>left alone</strong> on ${plural(suspended_days, "day")} after failing`,
    slowed > 0 && `made us slow down ${plural(slowed, "time")}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "at ease" : lines(parts);
}

/** The hosts with how they bore it, and what they were asked and answered. */
export const hostTable = (hosts: readonly Host[]): Html =>
  hosts.length === 0
    ? html`<p class="none">No host has been asked yet.</p>`
    : folded(
        "Hosts",
        [
          "Host",
          "State",
          "Sources",
          "Requests",
          "Answered",
          "Moved or unchanged",
          "Refused",
          "Failed",
          "Shut by robots.txt",
          "Megabytes",
        ],
        hosts,
        ({ suspended_days, slowed, failed }) => suspended_days + slowed + failed > 0,
        (one) => [
          one.host,
          hostState(one),
          count(one.sources),
          count(one.requests),
          count(one.answered),
          count(one.elsewhere),
          count(one.refused),
          count(one.failed),
          count(one.disallowed),
          (one.bytes / 1e6).toFixed(1),
        ],
        [2, 3, 4, 5, 6, 7, 8, 9],
      );

/** "287 of 300 sources were healthy on their last day." */
export function healthSentence(health: readonly Health[]): string {
  if (health.length === 0) return "";
  const healthy = health.filter(({ censored }) => !censored).length;
  const drifted = health.filter(({ drift_date }) => drift_date !== null).length;
  const fieldsChanged =
    drifted === 0 ? "" : ` In ${RECENT_DAYS} days the fields of ${plural(drifted, "source")} changed.`;
  return `${count(healthy)} of ${plural(health.length, "source")} ${healthy === 1 ? "was" : "were"} healthy when last asked.${fieldsChanged}`;
}
