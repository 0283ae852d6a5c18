import type { Random } from "../random.js";

/** The facts of a posting that phrases name: `{city}`, `{range}`, ... */
export type Facts = Readonly<Record<string, string>>;

const CHOICE = /\[([^\]]+)\]|\{([^}]+)\}/g;
const RANGE = /^(\d+)-(\d+)$/;

/** Two leading digits are enough for a number that a posting boasts of: 1873 becomes 1,900. Years stay as they are. */
function plainNumber(value: number, isYear: boolean): string {
  if (value < 100 || isYear) return String(value);
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return (Math.round(value / step) * step).toLocaleString("en-US");
}

function slot(name: string, facts: Facts, random: Random): string {
  const range = RANGE.exec(name);
  if (range !== null) {
    const [low, high] = [Number(range[1]), Number(range[2])];
    return plainNumber(random.int(low, high), low > 1800 && high < 2030);
  }
  const fact = facts[name];
  if (fact === undefined) throw new Error(`a phrase names {${name}}; known are ${Object.keys(facts).join(", ")}`);
  return fact;
}

/** One wording of a phrase: `[a|b]` is one of them, `{3-5}` a number between them, `{name}` a fact. Throws on an unknown name. */
export function say(phrase: string, facts: Facts, random: Random): string {
  if (!phrase.includes("[") && !phrase.includes("{")) return phrase;
  return phrase.replace(CHOICE, (_, options: string | undefined, name: string) =>
    options === undefined ? slot(name, facts, random) : say(random.pick(options.split("|")), facts, random),
  );
}
