import { createHash } from "node:crypto";
import type { Row } from "../readers/row.js";
import { day } from "../sources/days.js";
import { at, list, words } from "../sources/fields.js";
import { headed } from "../sources/markup.js";
import type { Columns, Pick } from "./map.js";

export type Values = Row["values"];
/** Reads one value of a row; undefined where the row says nothing. */
export type Read = (values: Values) => unknown;

export const columnOf = (pick: Pick): string => (typeof pick === "string" ? pick : pick.column);

/** A column's value: by its very name, else by its dotted path. */
export const cell = (values: Values, column: string): unknown =>
  column in values ? values[column] : at(values, column);

export const asText = (value: unknown): string | undefined =>
  typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : typeof value === "string"
      ? value
      : undefined;

export const blank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

const readPick = (pick: Pick): Read => {
  if (typeof pick === "string") return (values) => cell(values, pick);
  const { column, format, year, values: meanings } = pick;
  const pattern = pick.pattern === undefined ? null : new RegExp(pick.pattern, "im");
  return (values) => {
    let value = cell(values, column);
    if (pattern) {
      const match = pattern.exec(asText(value) ?? "");
      value = match?.[1] ?? match?.[0];
    }
    if (format !== undefined && !blank(value))
      value = day(value, format, year === undefined ? "" : words(cell(values, year)));
    return meanings ? meanings[words(value) ?? ""] : value;
  };
};

export const alternatives = (picks: Pick | Pick[] | undefined): Read => {
  const reads = [picks ?? []].flat().map(readPick);
  return (values) => {
    for (const read of reads) {
      const value = read(values);
      if (!blank(value)) return value;
    }
    return undefined;
  };
};

export const everyOne = (picks: Pick | Pick[] | undefined): ((values: Values) => unknown[]) => {
  const reads = [picks ?? []].flat().map(readPick);
  return (values) => reads.flatMap((read) => list(read(values)));
};

/** Parts of a text, each under its heading on a line of its own. */
export const textParts = (picks: Pick | Pick[] | undefined): Read => {
  const parts = [picks ?? []].flat().map((pick) => ({ read: readPick(pick), heading: headingOf(pick) }));
  return (values) =>
    parts
      .flatMap(({ read, heading }) => {
        const text = asText(read(values));
        return text === undefined || text.trim() === "" ? [] : heading ? `${heading}\n\n${text}` : text;
      })
      .join("\n\n") || undefined;
};

export const htmlParts = (picks: Pick | Pick[] | undefined): Read => {
  const parts = [picks ?? []].flat().map((pick) => ({ read: readPick(pick), heading: headingOf(pick) }));
  return (values) =>
    headed(
      ...parts.map(({ read, heading }): [string | undefined, string | undefined] => [heading, asText(read(values))]),
    );
};

const headingOf = (pick: Pick): string | undefined => (typeof pick === "string" ? undefined : pick.heading);

export const requisitionReader = (from: Columns["requisition"]): Read => {
  if (typeof from === "string" || Array.isArray(from) || !("hash" in from)) return alternatives(from);
  return (values) =>
    createHash("sha256")
      .update(JSON.stringify(from.hash.map((column) => cell(values, column) ?? "")))
      .digest("hex")
      .slice(0, 24);
};
