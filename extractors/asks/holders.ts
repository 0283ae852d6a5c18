import type { Holder } from "./holder-kinds.js";
import {
  ASKED_BEFORE,
  ASKED_BEHIND,
  ASKED_BEHIND_OTHER,
  ASKED_LIST_BEFORE,
  CALL_BEFORE,
  CANDIDATE_BEFORE,
  COLLEAGUE_BEFORE,
  COLLEAGUES_BEFORE,
  CONSIDERED_BEFORE,
  HELD_BEFORE,
  HELD_LIST_BEFORE,
  HIRED_BEFORE,
  HIRED_WITH,
  ISSUER_BEHIND,
  JOB_BEFORE,
  JOB_BEHIND,
  JOBS_SUCH_AS,
  NEXT_ITEM_BEHIND,
  NEXT_TITLE,
  NOUN_BEFORE,
  NOUN_BEHIND,
  NURSE_GOES_ON,
  NURSE_PARENTHESIS,
  OTHER_BEFORE,
  PART_OF_LONGER,
  PIN_BEHIND,
  SCHOOLING_BEHIND,
  SEEKER_BEHIND,
  SHARES_NOUN,
  SHORT_OF_NURSE,
  SPELLED_BEHIND,
  TITLE_GOES_ON,
  WANTED_BEHIND,
} from "./holder-signs.js";
import { isLabelledTitle, isTold, namesJob, OPENS_SENTENCE, POST_BEHIND, TELLS, YEARS_AS } from "./job-signs.js";
import { LICENCE_PARENTHESIS } from "./lists.js";
import type { InSentence } from "./site.js";

const BEFORE = 70;
/** A list of titles goes further back. */
const LIST_BEFORE = 120;
const AFTER = 60;
/** A title that opens a text begins within so many characters, another title before it included. */
const TITLE_REACH = 30;

interface HolderSite extends InSentence {
  /** The item stands where requirements are listed. */
  listed: boolean;
}

/** "The supervision of a registered nurse, licensed physician", "direction of nurses and licensed staff": colleagues are listed. */
const PARTS_COLLEAGUES = /^(?:,|s?\s(?:and|or)\s)/;
const isColleagueListed = (lead: string, after: string): boolean =>
  PARTS_COLLEAGUES.test(after) && (COLLEAGUE_BEFORE.test(lead) || COLLEAGUES_BEFORE.test(lead));

/** "Advanced Registered [Nurse Practitioner]": the word is the title's own and says of no register. */
const OWN_WORD = /\b(?:Advanced\s)?(?:Practice\s)?Registered\s$/;
const CONTINUES = /^(?:nurse practitioner|professional nurse)/i;
const withoutOwnWord = (lead: string, title: string): string =>
  CONTINUES.test(title) ? lead.replace(OWN_WORD, "") : lead;

/** "Licensed Practical Nurse (LPN):" heads what the role does. */
const HEADS_ROLE = /^(?:\([^()]{1,24}\)\s?)?:$/;
const OPENS_TEXT = /^[^A-Za-z]*(?:(?:Certified|Licensed)\s)?$/;
/** Nothing but the name in the first line of a longer text is its title. */
const NO_MORE = /^(?:\([^()]{1,24}\))?$/;
/** A bullet opens the line behind: a line without one is the heading over its list. */
const BULLET_BEHIND = /^[^\S\n]*\n?\s{0,4}[•·▪●*]/;
const headsList = (text: string, start: number, from: number, to: number): boolean =>
  text.slice(from, start).trim() === "" && BULLET_BEHIND.test(text.slice(Math.max(0, to - 1), to + 8));

function isBareItem({ text, start, end, from, to, listed }: HolderSite): boolean {
  const lead = text
    .slice(from, start)
    .replace(OTHER_BEFORE, "")
    .replace(/[^A-Za-z]+/g, "");
  const tail = text.slice(end, to).trim();
  if (lead.length > 8 || OPENS_SENTENCE.test(lead) || HEADS_ROLE.test(tail) || TELLS.test(tail)) return false;
  if (POST_BEHIND.test(tail)) return false;
  if (isLabelledTitle(text, from)) return false;
  if (NO_MORE.test(tail) && to < text.length && (from === 0 || headsList(text, start, from, to))) return false;
  if (listed) return tail.length <= 90 && !JOB_BEHIND.test(text.slice(end, Math.min(to, end + AFTER)));
  return text.length <= 100 && tail.length <= 20;
}

/** "RNs", "Personal Care Assistants (PCA)". */
const PLURAL = /s(?:\s\([A-Z]{2,6}s?\))?$/i;

/** Whether a surface that names its holder stands for the licence here. */
export function namesLicence(holder: Holder, site: HolderSite): boolean {
  if (holder === "none") return true;
  const { text, start, end, from, to } = site;
  const title = text.slice(start, end);
  const lead = withoutOwnWord(text.slice(Math.max(from, start - BEFORE), start), title);
  const after = text.slice(end, Math.min(to, end + AFTER));
  const others = SHARES_NOUN.exec(after)?.[0] ?? "";
  /** What stands behind the other titles that share its noun. */
  const behind = after.slice(others.length);
  if (TITLE_GOES_ON.test(after)) return false;
  if (NURSE_GOES_ON.test(after) && SHORT_OF_NURSE.test(title)) return false;
  if (SCHOOLING_BEHIND.test(after) || (others !== "" && SCHOOLING_BEHIND.test(behind))) return false;
  const before = lead.replace(OTHER_BEFORE, "");
  const opensText = from === 0 && start < TITLE_REACH && OPENS_TEXT.test(before);
  if (namesJob({ title, lead, before, after, others, opensText })) return false;
  if (NOUN_BEHIND.test(after) && !NEXT_TITLE.test(after) && !isColleagueListed(lead, after)) return true;
  if (SPELLED_BEHIND.test(after)) return site.listed && !opensText && !JOB_BEFORE.test(lead);
  if (ISSUER_BEHIND.test(after)) return true;
  if (others !== "" && NOUN_BEHIND.test(behind)) return true;
  if (CALL_BEFORE.test(before) && (SEEKER_BEHIND.test(behind) || (holder === "strict" && !PIN_BEHIND.test(behind))))
    return false;
  if (CANDIDATE_BEFORE.test(before)) return true;
  if (HELD_LIST_BEFORE.test(text.slice(Math.max(from, start - LIST_BEFORE), start))) return true;
  const plural = PLURAL.test(title) && !/ss$/i.test(title);
  if (PART_OF_LONGER.test(before)) return false;
  if (holder === "mild" && !plural)
    return (
      NOUN_BEFORE.test(before) ||
      !(
        isTold(lead, after) ||
        POST_BEHIND.test(after.trimStart()) ||
        (JOB_BEFORE.test(before) && !ASKED_BEHIND.test(after)) ||
        COLLEAGUE_BEFORE.test(before) ||
        COLLEAGUES_BEFORE.test(text.slice(Math.max(from, start - LIST_BEFORE), start)) ||
        JOBS_SUCH_AS.test(before) ||
        HIRED_WITH.test(before)
      )
    );
  if ((plural && WANTED_BEHIND.test(after)) || HIRED_BEFORE.test(before)) return false;
  if (YEARS_AS.test(before)) return false;
  if (NURSE_GOES_ON.test(after) && CONSIDERED_BEFORE.test(before)) return true;
  if (NOUN_BEFORE.test(before) || ASKED_BEHIND.test(behind)) return true;
  if (NEXT_ITEM_BEHIND.test(behind) && ASKED_BEFORE.test(before)) return true;
  if (
    JOB_BEHIND.test(after) ||
    (others !== "" && JOB_BEHIND.test(behind)) ||
    JOBS_SUCH_AS.test(before) ||
    JOB_BEFORE.test(before) ||
    COLLEAGUE_BEFORE.test(before)
  )
    return false;
  if (plural) return false;
  return (
    HELD_BEFORE.test(before) ||
    ASKED_BEFORE.test(before) ||
    NURSE_PARENTHESIS.test(text.slice(Math.max(from, start - LIST_BEFORE), start).replace(OTHER_BEFORE, "")) ||
    ASKED_BEHIND_OTHER.test(after) ||
    ASKED_LIST_BEFORE.test(before) ||
    LICENCE_PARENTHESIS.test(lead) ||
    isBareItem(site)
  );
}
