import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

const ignore = (): void => {};

const IGNORED: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
};

/**
 * Reads a page or an XML document token by token. Offsets are those of `body`. It keeps neither a tree nor the open tags,
 * so that its time grows with the length alone: nesting without end, which trees of HTML take the square of, costs nothing.
 */
export const readTokens = (body: string, kind: "html" | "xml", on: Partial<TokenizerCallbacks>): void => {
  const tokenizer = new Tokenizer({ xmlMode: kind === "xml", decodeEntities: true }, { ...IGNORED, ...on });
  tokenizer.write(body);
  tokenizer.end();
};
