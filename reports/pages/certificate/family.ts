import { type Html, html, type Value } from "../../html.js";
import { monthName } from "../../numbers.js";
import { pair } from "../../parts.js";
import type { Summary } from "../../summary.js";
import { statusChip } from "../../words.js";

/** Who replaced whom, and who belongs to which family: looked up once for all pages. */
export interface Kin {
  byId: ReadonlyMap<string, Summary>;
  bySuccessor: ReadonlyMap<string, readonly Summary[]>;
  byParent: ReadonlyMap<string, readonly Summary[]>;
}

function index(summaries: readonly Summary[], key: "successor" | "parent"): Map<string, Summary[]> {
  const found = new Map<string, Summary[]>();
  for (const summary of summaries) {
    const id = summary[key];
    if (id !== null) found.set(id, [...(found.get(id) ?? []), summary]);
  }
  return found;
}

export const kinOf = (summaries: readonly Summary[]): Kin => ({
  byId: new Map(summaries.map((summary) => [summary.certificate_id, summary])),
  bySuccessor: index(summaries, "successor"),
  byParent: index(summaries, "parent"),
});

const SHOWN = 12;

function group(title: string, list: readonly (Summary | undefined)[]): Html | null {
  const known = list.filter((summary) => summary !== undefined).slice(0, SHOWN);
  if (known.length === 0) return null;
  const items = known.map(
    ({ certificate_id, name, status }) =>
      html`<li><a href="${certificate_id}.html">${name}</a> ${statusChip(status)}</li>`,
  );
  return html`<h3>${title}</h3><ul class="plain">${items}</ul>`;
}

/** Successor, predecessor and family: a new version of an exam is a succession, never an end. */
export function familySection(summary: Summary, kin: Kin): Html {
  const { certificate_id: id, successor, parent } = summary;
  const siblings = (kin.byParent.get(parent ?? "") ?? []).filter((other) => other.certificate_id !== id);
  const groups = [
    group("Followed by", [kin.byId.get(successor ?? "")]),
    group("Follows", kin.bySuccessor.get(id) ?? []),
    group("Belongs to", [kin.byId.get(parent ?? "")]),
    group("Members of this family: asks for them count for it too", kin.byParent.get(id) ?? []),
    group("In the same family", siblings),
  ].filter((found) => found !== null);
  if (groups.length === 0) return html``;
  const ended: Value =
    summary.retired_on !== null &&
    html`<p>Its issuer ${summary.issuer_status === "renamed" ? "renamed" : "retired"} it in ${monthName(summary.retired_on)}.</p>`;
  return pair(
    "family",
    "Family and successors",
    html`${ended}<p>A new exam version or a successor is a succession, not an end of demand.</p>`,
    groups,
  );
}
