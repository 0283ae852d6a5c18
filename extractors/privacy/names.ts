import { isGiven, isShouted, type Person, personAt, personBefore, personsBetween, spelling } from "./persons.js";
import { matchesOf, type Span, settled } from "./spans.js";

const GAP = "(?:\\s{0,3}[:–—-](?:\\s?[–—-])?\\s{0,3}|\\s{1,3})";
const LABELS =
  "[Rr]ecruiters?(?:[ ']s? ?[Nn]ame)?|RECRUITER|[Hh]iring [Mm]anager|[Rr]ecruit(?:er|ing|ment) (?:[Cc]ontact|[Mm]anager)|" +
  "[Cc]ontact (?:[Pp]erson|[Nn]ame)|[Pp]oint of [Cc]ontact|POC|[Aa]ttn\\.?|ATTN\\.?|ATTENTION|[Aa]nsprechpartner(?:in)?|[Kk]ontaktperson|[Kk]ontakt|" +
  "[Pp]osted [Bb]y|[Mm]y name is|[Cc]/o|[Ff]or (?:the )?attention of";
const VERBS =
  "(?:[Aa]dditional )?[Cc]ontact (?:[Ii]nformation|[Dd]etails|[Ii]nfo)|[Cc]ontact(?:ing)?|CONTACT|[Rr]each(?:ing)? out(?: directly)? to|[Gg]et in touch with|" +
  "[Ss]peak(?:ing)? (?:to|with)|[Tt]alk to|[Aa]sk for|[Ww]rite to|[Cc]hat with|[Aa]ddressed to|[Aa]ttention(?: of)?|" +
  "(?:[Rr]esumes?|[Rr]ésumés?|CVs?|[Ll]etters?|[Aa]pplications?|[Ii]nquiries|[Ee]nquiries|[Qq]uestions) to|" +
  "(?:[Ss]end|[Ff]orward|[Aa]pply|[Ss]ubmit)[a-z ]{0,25} to|[Cc]all(?:ing)?|[Pp]hone|[Rr]ing|[Ee]-?mail(?:ing)?|[Tt]ext|[Pp]ing|[Mm]essage|[Cc]c";
/** A cue, then what a name may begin with. Group 1 is a label, which proves a name of two words by itself. */
const CUE = new RegExp(
  `(?<![A-Za-z[])(?:(${LABELS})${GAP}|(?:${VERBS})(?:(?:\\s(?:either|our|is))?,?${GAP}|\\s(?:our|the|your)(?: [a-z]+){1,3} ))(?=[A-Z\\u00c0-\\u00de])`,
  "g",
);
/** Forms that were pasted together: "NameJane DoeJob titleWard managerEmail address...". */
const FORM =
  /(?<![A-Za-z])Name[: -]{0,3}([A-Z][^\n:@\d]{2,40}?)\s{0,2}(?=Job ?title|Title|E-?mail|Tel|Phone|Additional contact)/g;
/** A recruiter's role behind a name: "Jane Doe, Talent Acquisition Partner". */
const ROLE =
  /(?:[,(|–-]|is (?:our|the))\s{0,2}(?:(?:[Ss]enior|[Ss]r\.?|[Ll]ead|[Tt]echnical|[Cc]orporate|[Hh]ead of|[Dd]irector of|VP of|VP,?|[Oo]ur|[Tt]he) ){0,2}(?:[Rr]ecruit|[Tt]alent|HR\b|[Hh]uman [Rr]esources|[Ss]ourcer|[Hh]iring [Mm]anager|[Pp]eople (?:[Oo]p|[Pp]artner))/g;
/** Words of a form that a pasted "Name" may be followed by where no name was filled in. */
const NO_PERSON =
  /\b(?:[Tt]eam|[Dd]epartment|[Rr]esources|[Rr]ecruitment|[Aa]cquisition|[Oo]ffice|[Hh]ospital|[Ss]ervices?|Email|Phone)\b/;

/** Between a name and the address or number right behind it. */
const LITTLE =
  /^[\s,:;(<[–—|>-]*(?:(?:directly|today|now|at|via|on|by|through|using|email|e-mail|mail|phone|telephone|tel|mobile|call|ext|or|and)[\s,:;.(<[–—-]*){0,4}$/i;
/** Room for a role between a name and its address: "Jane Doe, Ward Manager, on 020 7946 0958". */
const ROLE_REACH = 70;
const SENTENCE_END = /\n\n[^\n]+\n\n|[a-z0-9)]{2}[.!?]\s+[A-Z]/;
const NEXT_NAME = /(?:,|,? (?:and|or|&)| ?\/|;)[ \u00a0]?(?:or )?(?=[A-Z\u00c0-\u00de])/y;

const nameSpan = ({ start, end }: Person): Span => ({ start, end, kind: "name" });

/** The company's own name is no person's: "contact Acme at jobs@acme.example". */
const isDomain = (address: string, word: string): boolean =>
  address
    .slice(address.search(/@|\bat\b/i))
    .toLowerCase()
    .includes(word.toLowerCase());

/** The index of the first of ordered spans that starts at a place or behind it. */
const firstFrom = (spans: Span[], at: number): number => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Whether a would-be name behind a verb is one: a title, a known given name, or an address or number that belongs to it. */
const proven = (text: string, person: Person, proofs: Span[]): boolean => {
  const { words, end } = person;
  if (person.titled || isGiven(words[0])) return true;
  if (isShouted(person) || person.behindRole) return false;
  const proof = proofs[firstFrom(proofs, end)];
  if (proof === undefined || proof.start - end > ROLE_REACH) return false;
  const between = text.slice(end, proof.start);
  if (SENTENCE_END.test(between)) return false;
  if (proof.kind === "email" && isDomain(text.slice(proof.start, proof.end), words[0]!)) return false;
  return words.length > 1 || LITTLE.test(between);
};

/** Further names of a list: "Jane Doe, John Roe or Ann Poe". */
const listed = (text: string, from: number): Span[] => {
  const spans: Span[] = [];
  NEXT_NAME.lastIndex = from;
  while (spans.length < 4 && NEXT_NAME.test(text)) {
    const next = personAt(text, NEXT_NAME.lastIndex);
    if (next === null || next.behindRole || !isGiven(next.words[0])) break;
    spans.push(nameSpan(next));
    NEXT_NAME.lastIndex = next.end;
  }
  return spans;
};

/** "Contact: Jane Doe", and nothing or only a role behind it in that line. */
const isLine = (text: string, cue: string, { end, words, behindRole }: Person): boolean =>
  words.length > 1 &&
  !behindRole &&
  /^[Cc]ontact:/.test(cue) &&
  /^[^\S\n]*(?:$|\n|[,(–-])/.test(text.slice(end, end + 5));

const cuedNames = (text: string, part: string, from: number, proofs: Span[]): Span[] => {
  const spans: Span[] = [];
  for (const found of matchesOf(CUE, part)) {
    const person = personAt(text, from + found.index + found[0].length);
    if (person === null) continue;
    const labelled =
      found[1] !== undefined && person.words.length > 1 && !person.behindRole && /[:–—-]|name is/.test(found[0]);
    if (labelled || isLine(text, found[0], person) || proven(text, person, proofs))
      spans.push(nameSpan(person), ...listed(text, person.end));
  }
  return spans;
};

const formNames = (part: string, from: number): Span[] => {
  const spans: Span[] = [];
  for (const found of matchesOf(FORM, part)) {
    const name = found[1]!.trimEnd();
    if (NO_PERSON.test(name)) continue;
    const start = from + found.index + found[0].indexOf(name);
    spans.push({ start, end: start + name.length, kind: "name" });
  }
  return spans;
};

const roleNames = (text: string, part: string, from: number): Span[] =>
  matchesOf(ROLE, part).flatMap(({ index }) => {
    const person = personBefore(text, from + index);
    return person === null ? [] : [nameSpan(person)];
  });

/**
 * Names that an address or a number stands beside: one that the address spells ("Jane (jane@example.com)"), or a known
 * given name and a surname ("Jane Doe, Ward Manager, 020 7946 0958").
 */
const namesBeside = (text: string, proof: Span, floor: number): Span[] => {
  const address = proof.kind === "email" ? text.slice(proof.start, proof.end) : "";
  return personsBetween(text, Math.max(floor, wordStart(text, proof.start - ROLE_REACH)), proof.start).flatMap(
    (person) => {
      const between = text.slice(person.end, proof.start);
      if (isShouted(person) || (address !== "" && isDomain(address, person.words[0]!))) return [];
      const given = isGiven(person.words[0]);
      const how = address === "" ? null : spelling(address, person);
      const spelt = how === "well" || (how === "loosely" && (given || LITTLE.test(between)));
      const full = given && person.words.length > 1 && !SENTENCE_END.test(between);
      return spelt || full ? [nameSpan(person)] : [];
    },
  );
};

/** Cues that are looked for everywhere; the others count only near an address or a number, which is cheaper. */
const COMMON_CUE = /[rR]ecruiter|[cC]ontact|[rR]each out to/g;
const RARER_CUE =
  /Acquisition|Hiring [Mm]anager|Job title|Get in touch with|Ask for|A(?:TTN|ttn)|Ansprechpartner|Kontakt|My name is|POC|CONTACT|RECRUITER/g;
const BEFORE_PROOF = 110;
const [BEFORE_CUE, BEHIND_CUE] = [70, 50];

interface Stretch {
  from: number;
  to: number;
}

/** The stretches of a text in which a name may have its cue, merged and in order. */
const stretches = (text: string, proofs: Span[]): Stretch[] => {
  const all = proofs.map(({ start }) => ({ from: start - BEFORE_PROOF, to: start }));
  for (const cue of [COMMON_CUE, RARER_CUE])
    for (const { index } of matchesOf(cue, text)) all.push({ from: index - BEFORE_CUE, to: index + BEHIND_CUE });
  if (all.length < 2) return all;
  all.sort((a, b) => a.from - b.from);
  const merged: Stretch[] = [];
  for (const next of all) {
    const last = merged.at(-1);
    if (last === undefined || next.from > last.to) merged.push(next);
    else last.to = Math.max(last.to, next.to);
  }
  return merged;
};

/** The first place from `at` on where no word is cut. */
const wordStart = (text: string, at: number): number => {
  let from = Math.max(0, at);
  while (from > 0 && from < at + 30 && !/\s/.test(text[from - 1]!)) from++;
  return from;
};

/**
 * Names of persons that a cue gives away: a label ("Recruiter: Jane Doe"), a verb that asks to reach somebody and a proof
 * beside it ("contact Jane Doe at [address]"), a recruiter's role behind the name, an address or number beside it, a form's
 * field. Names without a cue stay; so do offices and organisations. `proofs` are the addresses and numbers, in order.
 */
export const nameSpans = (text: string, proofs: Span[]): Span[] => {
  const beside = proofs.flatMap((proof, at) => namesBeside(text, proof, proofs[at - 1]?.end ?? 0));
  const parts = stretches(text, proofs).map(({ from: open, to }) => {
    const from = wordStart(text, open);
    return { from, part: text.slice(from, to) };
  });
  const forms = parts.flatMap(({ from, part }) => formNames(part, from));
  const cued = parts.flatMap(({ from, part }) => [
    ...cuedNames(text, part, from, proofs),
    ...roleNames(text, part, from),
  ]);
  return settled(forms, [...beside, ...cued]);
};
