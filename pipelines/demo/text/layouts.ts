import type { DemoPosting } from "../posting.js";
import { indexIn, type Random, runningSums, uniformOf } from "../random.js";
import type { Layout } from "../shapes.js";
import type { Vocabulary } from "../vocabulary.js";

/** Part of an employer's postings that keep to its own layout. */
const OWN_LAYOUT = 0.7;

/** An employer's own layout for most of its postings, among those that suit its sector and the occupation. */
export function createLayouts({ layouts }: Vocabulary) {
  const known = new Map<string, { fitting: Layout[]; sums: number[] }>();
  const fittingFor = ({ occupation: { group }, home: { sector } }: DemoPosting) => {
    let found = known.get(`${group} ${sector}`);
    if (found === undefined) {
      const fits = ({ groups, sectors }: Layout): boolean =>
        (groups?.includes(group) ?? true) && (sectors?.includes(sector) ?? true);
      const fitting = layouts.filter(fits);
      found = { fitting, sums: runningSums(fitting.map(({ weight }) => weight)) };
      known.set(`${group} ${sector}`, found);
    }
    return found;
  };
  return (posting: DemoPosting, random: Random): Layout => {
    const { fitting, sums } = fittingFor(posting);
    const uniform = random.chance(OWN_LAYOUT) ? uniformOf(posting.employer, "layout") : random.next();
    return fitting[indexIn(sums, uniform)]!;
  };
}
