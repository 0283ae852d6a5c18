import { FIT, type Fit } from "./context.js";

const ROLE_NOUN =
  /\b(?:(?:certification|licensure|registration)\s?(?:\/|or|and)\s?)?(?:(?:certification|certificate) of registration|registration|registered|licen[cs]ed|licen[cs]es?|licensure|certification|certified|certificate|credentialed)(?: or otherwise [a-z]{5,12}|(?: or |\/)(?:licen[cs](?:e|ure)|registration|certification|board)?[ -]?eligible)?(?: to (?:practice|practise|work))?(?: in (?:the )?[A-Z][\w ]{2,20})?\s$/i;

/** Where the noun begins that a role completes: "registration" of "registration as a professional engineer", or -1. */
export function roleNoun(text: string, from: number, start: number): number {
  const lead = text.slice(Math.max(from, start - 70), start);
  const noun = ROLE_NOUN.exec(lead);
  return noun === null ? -1 : start - (lead.length - noun.index);
}

/** Of "pharmacy technician license" and "certified pharmacy technician" the first is meant by "licensed as a pharmacy technician". */
export function fitOfRole(text: string, noun: number, surface: string): Fit {
  if (noun === -1) return FIT.none;
  const stem = /^(?:licen|certif)/i.exec(text.slice(noun, noun + 6))?.[0].toLowerCase();
  return stem !== undefined && surface.toLowerCase().includes(stem) ? FIT.sentence : FIT.unconditional;
}
