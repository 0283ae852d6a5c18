import { STAYS } from "./again.js";
import { createAsking } from "./asks.js";
import { monthOf, yearsFromOrigin } from "./calendar.js";
import { createEmployers } from "./employers.js";
import { identityOf } from "./identity.js";
import { employmentOf, levelOf, titleOf } from "./level.js";
import { createModel } from "./model.js";
import { payOf } from "./pay.js";
import type { DemoPosting } from "./posting.js";
import { indexIn, streamOf } from "./random.js";
import type { Vocabulary } from "./vocabulary.js";

/** Decides all facts of the n-th posting of a day; the same for the same seed, day and number, whatever else is asked. */
export function createDraw(words: Vocabulary, seed: number): (day: number, index: number) => DemoPosting {
  const model = createModel(words);
  const { certificatesAsked, skillsAsked } = createAsking(words, model);
  const chooseEmployer = createEmployers(words);
  return (day, index) => {
    const key = [seed, day, index] as const;
    const random = streamOf(...key, "facts");
    const month = monthOf(day);
    const number = indexIn(model.mixSums(month), random.next());
    const occupation = words.occupations[number]!;
    const { board, employer, places } = chooseEmployer(occupation, month, random);
    const place = random.pick(places);
    const level = levelOf(occupation, random);
    const employment = employmentOf(occupation, level, random);
    return {
      key,
      ...identityOf(board, seed, day * 10_000 + index),
      board,
      home: board,
      employer,
      title: titleOf(occupation, level, random),
      occupation,
      level,
      place,
      city: random.pick(place.cities),
      remote: random.chance(occupation.group === "it" || occupation.group === "design" ? 0.25 : 0.01),
      employment,
      pay: payOf(occupation, level, place, yearsFromOrigin(month), random),
      posted: day,
      closed: day + STAYS.least + Math.floor((STAYS.most - STAYS.least + 1) * random.next() ** 0.4),
      asks: certificatesAsked(key, number, month),
      skills: skillsAsked(key, number, month),
    };
  };
}
