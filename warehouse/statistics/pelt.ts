/** What a segment from index `from` up to, not including, `to` costs: how badly one model fits it, 0 or more. */
export type SegmentCost = (from: number, to: number) => number;

/**
 * Least-squares cost of a straight line of its own over each segment, with weights: a change is one of level or of slope, and a
 * steady trend is none. Running sums make each segment cost the same.
 */
export const lineCost = (values: readonly number[], weights: readonly number[]): SegmentCost => {
  const sums = [[0, 0, 0, 0, 0, 0]];
  for (const [i, y] of values.entries()) {
    const w = weights[i]!;
    const add = [w, w * i, w * i * i, w * y, w * i * y, w * y * y];
    sums.push(sums.at(-1)!.map((sum, k) => sum + add[k]!));
  }
  return (from, to) => {
    const [w, t, tt, y, ty, yy] = sums[to]!.map((sum, k) => sum - sums[from]![k]!) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const spread = tt - (t * t) / w;
    const along = ty - (t * y) / w;
    const flat = yy - (y * y) / w;
    return Math.max(0, spread > 1e-9 ? flat - (along * along) / spread : flat);
  };
};

/**
 * Starts of the segments after the first that make the sum of costs plus `penalty` a change least, exactly: PELT (Killick, Fearnhead &
 * Eckley 2012, JASA 107:1590-1598). No segment is shorter than `shortest`; a start that another has beaten is left out only once that
 * other could begin a segment of its own, so that the result stays exact.
 */
export const pelt = (
  n: number,
  cost: SegmentCost,
  { penalty, shortest }: { penalty: number; shortest: number },
): number[] => {
  const best = [-penalty];
  const last = [0];
  const beatenFrom = new Map<number, number>();
  let open = [0];
  for (let to = shortest; to <= n; to++) {
    open = open.filter((from) => to < (beatenFrom.get(from) ?? n + 1));
    const totals = open.map((from) => best[from]! + cost(from, to));
    const least = Math.min(...totals);
    best[to] = least + penalty;
    last[to] = open[totals.indexOf(least)]!;
    for (const [i, from] of open.entries())
      if (totals[i]! > best[to]! && !beatenFrom.has(from)) beatenFrom.set(from, to + shortest);
    const next = to - shortest + 1;
    if (next >= shortest) open.push(next);
  }
  const changes: number[] = [];
  for (let at = last[n] ?? 0; at > 0; at = last[at]!) changes.unshift(at);
  return changes;
};
