import { type CheerioAPI, load } from "cheerio";
import { DomHandler, Parser } from "htmlparser2";
import { DEEPEST_MARKUP, MOST_ELEMENTS } from "../bounds.js";
import { NestingError } from "../readers/parse-json.js";

/** The element that holds all of a document; the document and it stand around what a page has. */
const WHOLE = "document";
const AROUND = 1;

/** Builds a tree and stops at nesting, or a number of elements, that no page has. */
class BoundedHandler extends DomHandler {
  #elements = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#elements += 1;
    if (this.tagStack.length - AROUND > DEEPEST_MARKUP)
      throw new NestingError(
        `elements more than ${DEEPEST_MARKUP} deep within each other, <${name.slice(0, 40)}> the first`,
      );
    if (this.#elements > MOST_ELEMENTS)
      throw new NestingError(`more than ${MOST_ELEMENTS.toLocaleString("en-US")} elements`);
    super.onopentag(name, attributes);
  }
}

/**
 * The tree of a page or an XML document below one element, to be searched by selectors: the only place that builds one. The
 * browsers' algorithm (parse5) takes the square of the depth (50,000 open `<div>` 41 s) and of a tag's attributes, so a streaming
 * parser builds it, which looks at each mark once; and a search takes the square of the number of elements at the top (30,000
 * `<p>` 4 s), so there is one. XML knows its five entities and numbers only: what a DOCTYPE declares is not read.
 * @throws NestingError
 */
export const treeOf = (body: string, kind: "html" | "xml"): CheerioAPI => {
  const handler = new BoundedHandler();
  const parser = new Parser(handler, { xmlMode: kind === "xml", decodeEntities: true });
  handler.onopentag(WHOLE, {});
  parser.write(body);
  parser.end();
  return load(handler.root, kind === "xml" ? { xml: true } : {});
};
