/** What a night may cost: requests sent, or time. */
export interface BudgetOptions {
  requests?: number;
  /** In ms. */
  time?: number;
}

/** Counts down a night's budget. Every request counts: pages, robots.txt, redirects and retries. */
export class Budget {
  #sent = 0;
  readonly #end: number;

  /** @param stop aborted when nothing more is to be asked, whatever is left */
  constructor(
    private readonly options: BudgetOptions,
    private readonly stop?: AbortSignal,
  ) {
    this.#end = performance.now() + (options.time ?? Number.POSITIVE_INFINITY);
  }

  /** Takes one request out of the budget; false where nothing is left. */
  take(): boolean {
    if (this.spent) return false;
    this.#sent += 1;
    return true;
  }

  get spent(): boolean {
    if (this.stop?.aborted) return true;
    return this.#sent >= (this.options.requests ?? Number.POSITIVE_INFINITY) || performance.now() >= this.#end;
  }

  /** ms that are left, Infinity without a limit of time. */
  get timeLeft(): number {
    return this.#end - performance.now();
  }
}

const MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };

/** One part of a budget: "200requests", "200" or "10m". */
const parsePart = (text: string): BudgetOptions | null => {
  const [, number = "", unit = ""] = text.trim().match(/^(\d+)\s*(requests?|[smh])?$/) ?? [];
  if (number === "") return null;
  const ms = MS[unit];
  return ms === undefined ? { requests: Number(number) } : { time: Number(number) * ms };
};

/**
 * Reads "200requests", "200", "10m" (also s and h), or a bound of each: "200requests,10m".
 * @returns null where the text is none of these, or bounds the same thing twice
 */
export const parseBudget = (text: string): BudgetOptions | null => {
  const parts = text.split(",").map(parsePart);
  const whole: BudgetOptions = Object.assign({}, ...parts);
  return parts.includes(null) || Object.keys(whole).length < parts.length ? null : whole;
};
