const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * Runs every contender once a round, in turn, so that a busy moment of the machine falls on all of them; the first round
 * warms up and is dropped. Returns the median seconds of each, and what each counted.
 */
export function race(contenders, rounds) {
  const seconds = contenders.map(() => []);
  const counted = contenders.map(() => 0);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { run }] of contenders.entries()) {
      const from = performance.now();
      counted[at] = run();
      if (round > 0) seconds[at].push((performance.now() - from) / 1000);
    }
  }
  return contenders.map(({ name }, at) => ({ name, seconds: median(seconds[at]), counted: counted[at] }));
}

/** A markdown table: MB/s are millions of UTF-16 code units a second. */
export function report(title, results, postings) {
  const units = postings.reduce((sum, { text }) => sum + text.length, 0);
  const rows = results.map(({ name, seconds, counted }) =>
    seconds === null
      ? `| ${name} | not available | | |`
      : `| ${name} | ${(units / 1e6 / seconds).toFixed(1)} | ${Math.round(postings.length / seconds)} | ${counted} |`,
  );
  return [`### ${title}`, "", "| | MB/s | postings/s | found |", "|---|---|---|---|", ...rows, ""].join("\n");
}
