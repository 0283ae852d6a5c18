/** Log-probabilities this far under the best add nothing to a sum that is rounded to thousandths. */
const NEGLIGIBLE = -30;

/**
 * What speaks for the occupations in a part of a title: the log-probability of each, and the rarities of the words that its titles
 * know. Room that each part uses anew; without a branch, since no processor foresees which occupations come again.
 */
export class Logs {
  readonly value: Float64Array;
  readonly covered: Float64Array;
  /** Occupations spoken for, in the order in which they were first; so many are set. */
  readonly touched: Uint16Array;
  count = 0;
  readonly #isNew: Uint8Array;

  constructor(
    private readonly prior: Float64Array,
    private readonly gainers: Uint16Array,
    private readonly gains: Float64Array,
  ) {
    this.value = prior.slice();
    this.covered = new Float64Array(prior.length);
    // One more: the place behind the last is written before it is known to be taken.
    this.touched = new Uint16Array(prior.length + 1);
    this.#isNew = new Uint8Array(prior.length).fill(1);
  }

  clear(): void {
    const { value, covered, touched, prior, count } = this;
    const isNew = this.#isNew;
    for (let i = 0; i < count; i++) {
      const soc = touched[i]!;
      isNew[soc] = 1;
      value[soc] = prior[soc]!;
      covered[soc] = 0;
    }
    this.count = 0;
  }

  /** Adds the gains of `[from, to)`, from a word of this rarity; 0 for a feature that is no word by itself. */
  addAll(from: number, to: number, rarity: number): void {
    const { gainers, gains, covered } = this;
    for (let i = from; i < to; i++) {
      const soc = gainers[i]!;
      this.add(soc, gains[i]!);
      covered[soc] = covered[soc]! + rarity;
    }
  }

  add(soc: number, gain: number): void {
    const isNew = this.#isNew;
    this.touched[this.count] = soc;
    this.count += isNew[soc]!;
    isNew[soc] = 0;
    this.value[soc] = this.value[soc]! + gain;
  }

  /** The most likely; of equals the first occupation; -1 where nothing was added. */
  top(): number {
    const { touched, count } = this;
    let top = count === 0 ? -1 : touched[0]!;
    for (let i = 1; i < count; i++) if (this.#isBefore(touched[i]!, top)) top = touched[i]!;
    return top;
  }

  /** Those that are at least this likely, best first; of equals the first occupation. */
  atLeast(least: number): number[] {
    const { value, touched, count } = this;
    const found: number[] = [];
    for (let i = 0; i < count; i++) {
      const soc = touched[i]!;
      if (value[soc]! < least) continue;
      let at = found.push(soc) - 1;
      for (; at > 0 && this.#isBefore(soc, found[at - 1]!); at--) found[at] = found[at - 1]!;
      found[at] = soc;
    }
    return found;
  }

  #isBefore(soc: number, other: number): boolean {
    const { value } = this;
    return value[soc]! > value[other]! || (value[soc] === value[other] && soc < other);
  }

  /** The sum of all probabilities, where that of `top` is 1. */
  mass(top: number): number {
    const { value, touched, count } = this;
    const most = value[top]!;
    let mass = 0;
    for (let i = 0; i < count; i++) {
      const behind = value[touched[i]!]! - most;
      if (behind > NEGLIGIBLE) mass += Math.exp(behind);
    }
    return mass;
  }
}
