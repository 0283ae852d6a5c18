/**
 * Keys under which platforms name those to contact, without case, blanks, dashes and underscores. `person`: whatever stands
 * there is emptied; `address`: texts and numbers are (a page's own settings are objects under the same keys).
 */
const PERSON_KEYS = new Set(
  (
    "author authorname authors by contact contactdetails contactinfo contactinformation contactname contactperson contactpersonname contactpoint contacts " +
    "applicationcontact createdby creator creatorname hiringcontact hiringmanager hiringmanagername hiringmanagers hiringteam hrcontact jobowner " +
    "lastmodifiedby leadrecruiter owner ownername pointofcontact postedby poster primaryrecruiter recruiter recruitername recruiters recruitingcontact " +
    "secondaryrecruiter sourcer submittedby submitter updatedby firstname lastname fullname managername supervisor supervisorname"
  ).split(" "),
);
const ADDRESS_KEY =
  /(?:^|agency|contact|recruiter|hr|manager|mailbox|apply|application|company|work|home|office|owner|person|public)(?:e?mail(?:address)?|(?:tele|mobile|cell)?phone(?:number)?|tel|fax(?:number)?|mobile(?:number)?|cell)$/;

type Kind = "person" | "address" | null;

const kinds = new Map<string, Kind>();
const LONGEST_KEY = 40;
/** Keys remembered at most: an answer whose keys are data would fill the memory. */
const MOST_KEYS = 5000;

const kindOf = (key: string): Kind => {
  if (key.length > LONGEST_KEY) return null;
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const plain = key.replace(/[\s_-]/g, "").toLowerCase();
  const kind = PERSON_KEYS.has(plain) ? "person" : ADDRESS_KEY.test(plain) ? "address" : null;
  if (kinds.size < MOST_KEYS) kinds.set(key, kind);
  return kind;
};

/** Where the text literal ends whose opening quote is at `at`: at its closing quote, or -1. */
const closingQuote = (json: string, at: number): number => {
  let end = json.indexOf('"', at + 1);
  while (end !== -1) {
    let slashes = 0;
    while (json[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end;
    end = json.indexOf('"', end + 1);
  }
  return -1;
};

const SPACE = /[^ \t\r\n]|$/g;
const past = (json: string, at: number): number => {
  const code = json.charCodeAt(at);
  if (code > 32 || Number.isNaN(code)) return at;
  SPACE.lastIndex = at;
  return SPACE.exec(json)?.index ?? json.length;
};

/** Where the object or list ends that opens at `at`; -1 where it is never closed. */
const closingBracket = (json: string, at: number): number => {
  const marks = /["{}[\]]/g;
  marks.lastIndex = at;
  let depth = 0;
  for (let found = marks.exec(json); found !== null; found = marks.exec(json)) {
    if (found[0] === '"') {
      const end = closingQuote(json, found.index);
      if (end === -1) return -1;
      marks.lastIndex = end + 1;
    } else {
      depth += found[0] === "{" || found[0] === "[" ? 1 : -1;
      if (depth === 0) return found.index;
    }
  }
  return -1;
};

const NUMBER = /-?\d[\d.eE+-]*/y;

/**
 * What stands in place of the value at `at` of a contact's key, and where that value ends; null where it stays. An answer that
 * breaks off within such a value ends before it.
 */
const emptied = (json: string, at: number, kind: Kind): { end: number; value: string } | null => {
  const opening = json[at];
  if (opening === '"') {
    const end = closingQuote(json, at);
    return end === -1 ? null : { end: end + 1, value: '""' };
  }
  if (kind === "person" && (opening === "{" || opening === "[")) {
    const end = closingBracket(json, at);
    return end === -1 ? { end: json.length, value: "" } : { end: end + 1, value: opening === "{" ? "{}" : "[]" };
  }
  NUMBER.lastIndex = at;
  return NUMBER.test(json) ? { end: NUMBER.lastIndex, value: "null" } : null;
};

/** The text of a literal between its quotes, or null where it is none (broken JSON, code of a script). */
const decoded = (body: string): string | null => {
  if (!body.includes("\\")) return body;
  try {
    return JSON.parse(`"${body}"`) as string;
  } catch {
    return null;
  }
};

// A closing tag in a literal would end the script that holds it, so its slash is escaped, as JSON allows.
const encoded = (text: string): string => JSON.stringify(text).replaceAll("</", "<\\/");

/**
 * A JSON text with the values of contacts' keys emptied and every other text value passed through `clean`. Works on the
 * text itself, literal by literal: layout, order of keys and long numbers stay as they came, and what was JSON stays JSON.
 */
export const withoutContactsInJson = (json: string, clean: (text: string) => string): string => {
  const parts: string[] = [];
  let kept = 0;
  const put = (value: string, from: number, to: number): void => {
    parts.push(json.slice(kept, from), value);
    kept = to;
  };
  for (let at = json.indexOf('"'); at !== -1; at = json.indexOf('"', at)) {
    const end = closingQuote(json, at);
    if (end === -1) break;
    const behind = past(json, end + 1);
    const value = json[behind] === ":" ? past(json, behind + 1) : -1;
    const kind = value === -1 ? null : kindOf(json.slice(at + 1, end));
    const empty = kind === null ? null : emptied(json, value, kind);
    if (empty !== null) {
      put(empty.value, value, empty.end);
      at = empty.end;
      continue;
    }
    const body = json.slice(at + 1, end);
    const text = body.length < 5 ? null : decoded(body);
    const cleaned = text === null ? text : clean(text);
    if (cleaned !== null && cleaned !== text) put(encoded(cleaned), at, end + 1);
    at = end + 1;
  }
  if (parts.length === 0) return json;
  parts.push(json.slice(kept));
  return parts.join("");
};
