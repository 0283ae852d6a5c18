import { withoutContactsInJson } from "./privacy/json.js";
import { withoutContactsInHtml } from "./privacy/markup.js";
import { withoutAddresses, withoutContacts } from "./privacy/plain.js";

export { withoutAddresses, withoutContacts };

/** A text value that is one word is a key, a date or a web address, unless it looks like an address or a number. */
const MAY_HOLD_CONTACTS = /[\s@]|%40|^\+\d|^\(?\d{3}\)?[-.]\d{3}[-.]\d{4}$/;

/** The text of one literal of an answer: markup where it has tags or character references, else plain. */
const cleanLiteral = (text: string): string => {
  if (!MAY_HOLD_CONTACTS.test(text)) return text;
  return /[<&]|%40/.test(text) ? withoutContactsInHtml(text, cleanScript) : withoutContacts(text);
};

const cleanScript = (script: string): string => withoutContactsInJson(script, cleanLiteral);

/**
 * A platform's answer as it came (JSON, HTML, XML) without contacts: values under keys that name somebody to contact
 * ("recruiter", "hiringTeam", "contactEmail") are emptied, all other text goes through `withoutContacts`. What was JSON
 * stays JSON, and tags stay where they are.
 */
export const withoutContactsInMarkup = (body: string, contentType: string): string =>
  /\bjson\b|[/+]json/i.test(contentType) || /^\s*[[{"]/.test(body)
    ? cleanScript(body)
    : withoutContactsInHtml(body, cleanScript);

/** A value of JSON (a row, an item of an answer) without contacts, by the rule of `withoutContactsInMarkup`. */
export const valueWithoutContacts = <T>(value: T): T => {
  const json = JSON.stringify(value) as string | undefined;
  const clean = json === undefined ? json : cleanScript(json);
  return clean === undefined || clean === json ? value : (JSON.parse(clean) as T);
};
