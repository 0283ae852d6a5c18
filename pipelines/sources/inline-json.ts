import { stringEnd } from "../readers/json-fault.js";

/**
 * The JSON that a page's script assigns to a name (`window.pageData = {...};`), as text; undefined where the page has no
 * such assignment or the value is never closed.
 */
export const assignedJson = (body: string, name: string): string | undefined => {
  const found = body.indexOf(`${name} = {`);
  if (found < 0) return undefined;
  const start = found + name.length + 3;
  let depth = 0;
  for (let at = start; at < body.length; at += 1) {
    const char = body[at];
    if (char === '"') {
      at = stringEnd(body, at) - 1;
      if (at < 0) return undefined;
    } else if (char === "{") depth += 1;
    else if (char === "}") {
      depth -= 1;
      if (depth === 0) return body.slice(start, at + 1);
    }
  }
  return undefined;
};
