/** The words of a surface's context rule: one of `near` must, none of `not` may, stand in the same sentence. */
export interface ContextRule {
  near: string[];
  not: string[];
}

/** The cell as people write it: `near: a/b*; not: c` (either part may be left out). `/` parts words, `*` is any ending. */
export function readContext(cell: string): ContextRule | null {
  const rule: ContextRule = { near: [], not: [] };
  for (const part of cell === "" ? [] : cell.split(/;\s*/)) {
    const found = /^(near|not):\s*(.+)$/.exec(part);
    if (!found) return null;
    const words = (found[2] as string).split("/").map((word) => word.trim());
    if (words.includes("")) return null;
    rule[found[1] as "near" | "not"].push(...words);
  }
  return rule;
}

/** The rule as the cell holds it; the inverse of `readContext`. */
export function writeContext(rule: ContextRule): string {
  const parts = (["near", "not"] as const).filter((kind) => rule[kind].length > 0);
  return parts.map((kind) => `${kind}: ${rule[kind].join("/")}`).join("; ");
}
