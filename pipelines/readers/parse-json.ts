import { DEEPEST_JSON } from "../bounds.js";
import { stringEnd } from "./json-fault.js";

/** Lists, objects or elements stand deeper within each other than anything real does. */
export class NestingError extends Error {
  override name = "NestingError";
}

const [QUOTE, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'"[]{}'].map((mark) => mark.charCodeAt(0));

/** Where brackets stand deeper than the bound, or -1. Linear, without recursion; texts in quotes are passed over. */
export const tooDeepAt = (text: string): number => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at) - 1;
      if (at < 0) return -1;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > DEEPEST_JSON) return at;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
  }
  return -1;
};

export const TOO_DEEP = `lists and objects more than ${DEEPEST_JSON} deep within each other`;

/**
 * JSON from outside. Readers, privacy and drift walk values by recursion, so that depth is bounded before a value exists.
 * @throws SyntaxError where the text is no JSON, NestingError where it is nested too deep
 */
export const parseJson = (text: string): unknown => {
  if (tooDeepAt(text) >= 0) throw new NestingError(TOO_DEEP);
  return JSON.parse(text);
};
