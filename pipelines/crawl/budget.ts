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

  constructor(private readonly options: BudgetOptions) {
    this.#end = performance.now() + (options.time ?? Number.POSITIVE_INFINITY);
  }

  /** Takes one request out of the budget; false where nothing is left. */
  take(): boolean {
    if (this.spent) return false;
    this.#sent += 1;
    return true;
  }

  get spent(): boolean {
    return this.#sent >= (this.options.requests ?? Number.POSITIVE_INFINITY) || performance.now() >= this.#end;
  }

  /** ms that are left, Infinity without a limit of time. */
  get timeLeft(): number {
    return this.#end - performance.now();
  }
}

const MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };

/**
 * Reads "200requests", "200" or "10m" (also s and h).
 * @returns null where the text is neither
 */
export const parseBudget = (text: string): BudgetOptions | null => {
  const [, number = "", unit = ""] = text.trim().match(/^(\d+)\s*(requests?|[smh])?$/) ?? [];
  if (number === "") return null;
  const ms = MS[unit];
  return ms === undefined ? { requests: Number(number) } : { time: Number(number) * ms };
};
