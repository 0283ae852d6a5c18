/**
 * The flags that a bundled worker was started with; null, with the usage on stderr and exit code 2, where there is none or
 * one that it does not know.
 */
export const askedOf = (known: readonly string[], usage: string): Set<string> | null => {
  const given = process.argv.slice(2);
  const unknown = given.find((flag) => !known.includes(flag));
  if (given.length > 0 && unknown === undefined) return new Set(given);
  process.stderr.write(`${unknown === undefined ? "" : `unknown option ${unknown}\n`}usage: node ${usage}\n`);
  process.exitCode = 2;
  return null;
};
