import { doors, experienceOrPaper, firstJobs, strength } from "./asked.js";
import { dataEntry, practice, roles, survival } from "./lasting.js";
import type { QuestionRows } from "./rows.js";
import type { Section } from "./section.js";
import { agreement, holds, issuers, softSkills, subjects } from "./valued.js";

const QUESTIONS: readonly ((rows: QuestionRows) => Section | null)[] = [
  doors,
  firstJobs,
  strength,
  experienceOrPaper,
  survival,
  practice,
  roles,
  dataEntry,
  softSkills,
  issuers,
  subjects,
  holds,
  agreement,
];

/** The questions of the articles behind the project, as far as these postings can answer them. */
export const answers = (rows: QuestionRows): Section[] => QUESTIONS.flatMap((question) => question(rows) ?? []);
