import { monthOfName } from "./calendar.js";
import { indexIn, type Random, runningSums, streamOf } from "./random.js";
import type { DemoOccupation } from "./shapes.js";
import type { Vocabulary } from "./vocabulary.js";

/** Boards by what they draw from; within a board employers by size, the n-th about 1/n of the first. */
export function createEmployers({ boards, places }: Vocabulary) {
  const since = boards.map((board) => (board.since === undefined ? 0 : monthOfName(board.since)));
  const sizes = boards.map(({ employers }) => runningSums(employers.map((_, i) => (i + 1) ** -0.85)));
  const homes = boards.map(({ regions, employers }) =>
    employers.map((employer) => {
      const near = places.filter(({ region }) => regions.includes(region));
      return streamOf(employer, "home").sample(near, 2);
    }),
  );
  const known = new Map<string, number[]>();
  const sumsFor = (group: DemoOccupation["group"], month: number): number[] => {
    const joined = since.map((first) => (first <= month ? 1 : 0));
    const name = `${group} ${joined.join("")}`;
    let sums = known.get(name);
    if (sums === undefined) {
      sums = runningSums(boards.map(({ weight, groups }, i) => weight * (groups[group] ?? 0) * joined[i]!));
      known.set(name, sums);
    }
    return sums;
  };
  return ({ group }: DemoOccupation, month: number, random: Random) => {
    const board = indexIn(sumsFor(group, month), random.next());
    const employer = indexIn(sizes[board]!, random.next());
    return { board: boards[board]!, employer: boards[board]!.employers[employer]!, places: homes[board]![employer]! };
  };
}
