import type { Effects } from "./effects.js";
import type { Refusal } from "./sources/platform.js";

const SHOWN = 5;

/** A refusal as a sentence: file and line, field, value, and what would be right. */
export const refusalSentence = ({ where, line, field, value, reason }: Refusal): string => {
  const place = line === undefined ? where : `${where}:${line}`;
  const why = reason.startsWith(`${field}: `) ? reason.slice(field.length + 2) : reason;
  return `${place}: ${field}${value === "" ? "" : ` "${value.slice(0, 60)}"`}: ${why}`;
};

/** Says the first refusals of a run as they come; all of them are in quarantine, and a flood of lines helps nobody. */
export const refusalLog = ({ log }: Pick<Effects, "log">): ((refusal: Refusal) => void) => {
  let refused = 0;
  return (refusal) => {
    refused += 1;
    if (refused <= SHOWN) log.warn({ event: "refused", ...refusal, item: undefined }, refusalSentence(refusal));
    if (refused === SHOWN + 1)
      log.warn({ event: "refused" }, 'more rows are refused; "certworth status" counts them all');
  };
};
