import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { decodeWindows1252 } from "./windows-1252.js";

/** First bytes in which a page may name its character set (HTML, "prescan": 1024 bytes). */
const PRESCAN = 1024;

interface Decoder {
  encoding: string;
  decode(bytes: Buffer): string;
}

/** Node 20's own decoder takes windows-1252 for ISO-8859-1 and loses its quotes, dashes and the euro. */
const WINDOWS_1252: Decoder = { encoding: "windows-1252", decode: decodeWindows1252 };

const decoderFor = (label: string | undefined): Decoder | null => {
  if (label === undefined) return null;
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === "windows-1252" ? WINDOWS_1252 : decoder;
  } catch {
    return null;
  }
};

const labelIn = (bytes: Buffer): string | undefined =>
  bytes
    .toString("latin1", 0, PRESCAN)
    .match(/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i)
    ?.slice(1)
    .find(Boolean);

/**
 * Bytes as text. What is valid UTF-8 is UTF-8, whatever the answer says: text in another set is that by no accident. Else
 * the set that the header, the page itself, or nobody names, and then windows-1252, as browsers do.
 */
export const decode = (bytes: Buffer, stated: string | undefined): { text: string; wrongCharset: boolean } => {
  if (bytes.length > 1 && ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe)))
    return { text: new TextDecoder(bytes[0] === 0xfe ? "utf-16be" : "utf-16le").decode(bytes), wrongCharset: false };
  const said = decoderFor(stated);
  if (isUtf8(bytes)) {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const text = bytes.toString("utf8", start);
    // ASCII is the same in all sets but UTF-16, so only other letters tell that the header was wrong.
    return { text, wrongCharset: said !== null && said.encoding !== "utf-8" && text.length !== bytes.length - start };
  }
  const named = [said, decoderFor(labelIn(bytes))].find((decoder) => decoder && decoder.encoding !== "utf-8");
  const decoder = named ?? WINDOWS_1252;
  return { text: decoder.decode(bytes), wrongCharset: said?.encoding === "utf-8" };
};
