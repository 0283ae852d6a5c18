import { readConll, readGreen, readLinked, readSkillSpan } from "./read.js";
import type { LinkedSentence, MarkedSentence, SkillKind } from "./sentence.js";

/** What others reported on a set: a figure and where it stands. */
interface Published {
  figure: string;
  source: string;
}

/** One layer of a set of marked sentences: what is compared with which of our skills. */
export interface Layer {
  name: string;
  layers: readonly string[];
  wants: (kind: SkillKind) => boolean;
  published: Published;
}

interface SetBase {
  id: string;
  /** Below the folder of labelled sets. */
  file: string;
  /** How the set's task differs from ours, in one sentence. */
  difference: string;
}

export interface MarkedSet extends SetBase {
  read: (file: string) => MarkedSentence[];
  layers: readonly Layer[];
}

export interface LinkedSet extends SetBase {
  read: (file: string) => LinkedSentence[];
  published: Published;
}

const isSoft = (kind: SkillKind): boolean => kind === "soft";
const all = (): boolean => true;

const SKILLSPAN =
  "Zhang et al. 2022, arXiv:2204.12811 (JobSpanBERT), both as in Herandi et al. 2024, arXiv:2410.12052 (Skill-LLM)";

export const MARKED_SETS: readonly MarkedSet[] = [
  {
    id: "skillspan",
    file: "skillspan/test.json",
    difference:
      "SkillSpan marks what is done as a long verb phrase (manage a team of nurses) and what is known as a name; a dictionary finds names. Our soft skills are compared with its skills, all others with its knowledge.",
    read: readSkillSpan,
    layers: [
      {
        name: "both",
        layers: ["skill", "knowledge"],
        wants: all,
        published: { figure: "strict F1 58.9 (JobSpanBERT), 64.8 (Skill-LLM, 8 billion weights)", source: SKILLSPAN },
      },
      {
        name: "skill",
        layers: ["skill"],
        wants: isSoft,
        published: { figure: "strict F1 56.3 (JobSpanBERT), 54.3 (Skill-LLM)", source: SKILLSPAN },
      },
      {
        name: "knowledge",
        layers: ["knowledge"],
        wants: (kind) => !isSoft(kind),
        published: { figure: "strict F1 61.9 (JobSpanBERT), 74.2 (Skill-LLM)", source: SKILLSPAN },
      },
    ],
  },
  {
    id: "green",
    file: "green/df_testset.csv",
    difference:
      "Green et al. mark every phrase of what a person does or can, most of them clauses of a duty; the published figure is over five types (skill, qualification, experience, occupation, domain).",
    read: readGreen,
    layers: [
      {
        name: "skill",
        layers: ["skill"],
        wants: all,
        published: { figure: "F1 59 over five types (CRF)", source: "Green et al. 2022, LREC" },
      },
    ],
  },
  {
    id: "sayfullina",
    file: "sayfullina/sayfullina_test.conll",
    difference:
      "Each snippet is lemmatised and has one candidate phrase marked, also where it describes the firm (dynamic environment); the published task decides whether a phrase that is already found means the candidate.",
    read: readConll,
    layers: [
      {
        name: "soft",
        layers: ["skill"],
        wants: isSoft,
        published: {
          figure: "recall 83.9 at precision 95 (LSTM, phrase given)",
          source: "Sayfullina et al. 2018, arXiv:1807.07741",
        },
      },
    ],
  },
];

const LINKING =
  "ranks all 13,891 ESCO skills for a sentence, implied ones included; we link what is named to our own ids, in the order of the sentence, and an ESCO label counts as ours where our vocabulary reads its name (an id may stand for several labels, which is easier).";
const CONTEXT_MATCH = "Decorte et al. 2025, arXiv:2505.24640 (ConTeXT-match)";
const CURRICULUM = "Bielinski and Brazier 2025, RecSys in HR (CurriculumMatch)";

export const LINKED_SETS: readonly LinkedSet[] = [
  {
    id: "decorte-tech",
    file: "decorte/tech_test_annotations.csv",
    difference: `The task ${LINKING}`,
    read: readLinked,
    published: {
      figure: "RP@5 64.0, MRR 0.632 (ConTeXT-match); RP@5 59.4, MRR 0.573 (CurriculumMatch)",
      source: `${CONTEXT_MATCH}; ${CURRICULUM}`,
    },
  },
  {
    id: "decorte-house",
    file: "decorte/house_test_annotations.csv",
    difference: `As decorte-tech, on postings of all trades: the task ${LINKING}`,
    read: readLinked,
    published: { figure: "RP@5 49.1, MRR 0.484 (CurriculumMatch)", source: CURRICULUM },
  },
  {
    id: "decorte-techwolf",
    file: "decorte/techwolf_test_annotations.csv",
    difference: `As decorte-tech, labelled by sentence without spans: the task ${LINKING}`,
    read: readLinked,
    published: {
      figure: "15 to 25 points of RP@5 above distant supervision over the three sets",
      source: "Decorte et al. 2023, arXiv:2307.10778",
    },
  },
];
