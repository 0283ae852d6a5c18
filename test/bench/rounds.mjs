const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Seconds that one pass of a contender may take: slower ones take fewer postings. */
const LONGEST_PASS = 5;
const TRIAL = 300;

/** As many of the postings as `run` reads within `LONGEST_PASS`, judged by the first few after a warm-up. */
function portion(run, postings) {
  const trial = postings.slice(0, TRIAL);
  run(trial);
  const from = performance.now();
  run(trial);
  const each = (performance.now() - from) / 1000 / trial.length;
  return postings.slice(0, Math.max(TRIAL, Math.floor(LONGEST_PASS / each)));
}

/** Rounds before the counted ones: code is compiled, and compiled better, while the first of them run. */
const WARM_UP = 3;

/**
 * Runs every contender once a round, in turn, so that a busy moment of the machine falls on all of them; the first rounds
 * warm up and are dropped. Returns the median seconds of each, what each counted, and the postings that it read.
 */
export function race(contenders, postings, rounds) {
  const entered = contenders.map(({ name, run }) => ({ name, run, postings: portion(run, postings), passes: [] }));
  for (let round = 0; round < WARM_UP + rounds; round++) {
    for (const one of entered) {
      const from = performance.now();
      one.counted = one.run(one.postings);
      if (round >= WARM_UP) one.passes.push((performance.now() - from) / 1000);
    }
  }
  return entered.map(({ name, passes, counted, postings: read }) => ({
    name,
    seconds: median(passes),
    counted,
    postings: read,
  }));
}

/** A markdown table: MB/s are millions of UTF-16 code units a second. */
export function report(title, results) {
  const rows = results.map(({ name, seconds, counted, postings }) => {
    if (seconds === null) return `| ${name} | not available | | | |`;
    const units = postings.reduce((sum, { text }) => sum + text.length, 0);
    return `| ${name} | ${(units / 1e6 / seconds).toFixed(1)} | ${Math.round(postings.length / seconds)} | ${postings.length} | ${counted} |`;
  });
  return [
    `### ${title}`,
    "",
    "| | MB/s | postings/s | postings read | found |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
