import type { Holder } from "./holder-kinds.js";
import {
  ASKED_BEFORE,
  ASKED_BEHIND,
  ASKED_BEHIND_OTHER,
  CALL_BEFORE,
  CANDIDATE_BEFORE,
  COLLEAGUE_BEFORE,
  COLLEAGUES_BEFORE,
  CONSIDERED_BEFORE,
  HELD_BEFORE,
  HELD_LIST_BEFORE,
  HIRED_BEFORE,
  JOB_BEFORE,
  JOB_BEHIND,
  JOBS_SUCH_AS,
  NEXT_TITLE,
  NOUN_BEFORE,
  NOUN_BEHIND,
  NURSE_GOES_ON,
  NURSE_PARENTHESIS,
  OTHER_BEFORE,
  PART_OF_LONGER,
  SCHOOLING_BEHIND,
  SEEKER_BEHIND,
  SHARES_NOUN,
  SHORT_OF_NURSE,
  SPELLED_BEHIND,
  TITLE_GOES_ON,
  WANTED_BEHIND,
} from "./holder-signs.js";
import type { InSentence } from "./site.js";

const BEFORE = 70;
/** A list of titles goes further back. */
const LIST_BEFORE = 120;
const AFTER = 60;

interface HolderSite extends InSentence {
  /** The item stands where requirements are listed. */
  listed: boolean;
}

/** "The supervision of a registered nurse, licensed physician": the comma parts colleagues. */
const isColleagueListed = (lead: string, after: string): boolean =>
  after.startsWith(",") && COLLEAGUE_BEFORE.test(lead);

/** "Licensed Practical Nurse (LPN):" heads what the role does. */
const HEADS_ROLE = /^(?:\([^()]{1,24}\)\s?)?:$/;
/** Nothing but the name in the first line of a longer text is its title. */
const NO_MORE = /^(?:\([^()]{1,24}\))?$/;

function isBareItem({ text, start, end, from, to, listed }: HolderSite): boolean {
  const lead = text
    .slice(from, start)
    .replace(OTHER_BEFORE, "")
    .replace(/[^A-Za-z]+/g, "");
  const tail = text.slice(end, to).trim();
  if (lead.length > 8 || /^as/i.test(lead) || HEADS_ROLE.test(tail)) return false;
  if (from === 0 && NO_MORE.test(tail) && to < text.length) return false;
  if (listed) return tail.length <= 90 && !JOB_BEHIND.test(text.slice(end, Math.min(to, end + AFTER)));
  return text.length <= 100 && tail.length <= 20;
}

/** Whether a surface that names its holder stands for the licence here. */
export function namesLicence(holder: Holder, site: HolderSite): boolean {
  if (holder === "none") return true;
  const { text, start, end, from, to } = site;
  const lead = text.slice(Math.max(from, start - BEFORE), start);
  const after = text.slice(end, Math.min(to, end + AFTER));
  const others = SHARES_NOUN.exec(after)?.[0] ?? "";
  /** What stands behind the other titles that share its noun. */
  const behind = after.slice(others.length);
  if (TITLE_GOES_ON.test(after)) return false;
  if (NURSE_GOES_ON.test(after) && SHORT_OF_NURSE.test(text.slice(start, end))) return false;
  if (SCHOOLING_BEHIND.test(after) || (others !== "" && SCHOOLING_BEHIND.test(behind))) return false;
  if (NOUN_BEHIND.test(after) && !NEXT_TITLE.test(after) && !isColleagueListed(lead, after)) return true;
  if (SPELLED_BEHIND.test(after)) return !JOB_BEFORE.test(lead);
  if (others !== "" && NOUN_BEHIND.test(behind)) return true;
  const before = lead.replace(OTHER_BEFORE, "");
  if (SEEKER_BEHIND.test(behind) && CALL_BEFORE.test(before)) return false;
  if (CANDIDATE_BEFORE.test(before)) return true;
  if (HELD_LIST_BEFORE.test(text.slice(Math.max(from, start - LIST_BEFORE), start))) return true;
  const plural = /s$/i.test(text.slice(start, end)) && !/ss$/i.test(text.slice(start, end));
  if (PART_OF_LONGER.test(before)) return false;
  if (holder === "mild" && !plural)
    return !(
      (JOB_BEFORE.test(before) && !ASKED_BEHIND.test(after)) ||
      COLLEAGUE_BEFORE.test(before) ||
      COLLEAGUES_BEFORE.test(text.slice(Math.max(from, start - LIST_BEFORE), start)) ||
      JOBS_SUCH_AS.test(before)
    );
  if ((plural && WANTED_BEHIND.test(after)) || HIRED_BEFORE.test(before)) return false;
  if (NURSE_GOES_ON.test(after) && CONSIDERED_BEFORE.test(before)) return true;
  if (NOUN_BEFORE.test(before) || ASKED_BEHIND.test(behind)) return true;
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
    NURSE_PARENTHESIS.test(before) ||
    ASKED_BEHIND_OTHER.test(after) ||
    isBareItem(site)
  );
}
