import { agreement } from "./agreement.js";
import { doors, experienceOrPaper, firstJobs, strength } from "./asked.js";
import { dataEntry } from "./data-entry.js";
import { practice, roles, survival } from "./lasting.js";
import type { QuestionRows } from "./rows.js";
import type { Answer } from "./section.js";
import { holds, issuers, softSkills, subjects } from "./valued.js";

/** A question of the articles behind the project, and its answer. */
interface Section extends Answer {
  id: string;
  question: string;
}

const QUESTIONS: readonly [id: string, question: string, answer: (rows: QuestionRows) => Answer | null][] = [
  ["doors", "Do certificates open doors?", doors],
  ["first-jobs", "Do they open the first door?", firstJobs],
  ["strength", "Required, or a plus?", strength],
  ["experience", "Does experience count for more than paper?", experienceOrPaper],
  ["survival", "Still asked for when the student arrives?", survival],
  ["practice", "Theory or practice?", practice],
  ["roles", "Which roles appear, which fade?", roles],
  ["data-entry", "Does data entry fall?", dataEntry],
  ["soft-skills", "Are soft skills prized, and do they transfer?", softSkills],
  ["issuers", "Do recognised issuers carry weight?", issuers],
  ["subjects", "Coding, design, soft skills: which kind is asked for?", subjects],
  ["hold", "Which ones hold value?", holds],
  ["agreement", "Do these trends agree with the official projections?", agreement],
];

const THIN: Answer = { answer: "Insufficient evidence: too few postings speak to it.", caution: "", figure: false };

/** The questions in the order in which they are asked; none where no posting has a date. */
export const answers = (rows: QuestionRows): Section[] =>
  rows.requirements.length === 0
    ? []
    : QUESTIONS.map(([id, question, answer]) => ({ id, question, ...(answer(rows) ?? THIN) }));
