import type { Mention } from "./mention.js";
import type { PayPeriod } from "./posting.js";

export const SENIORITIES = ["internship", "entry", "mid", "senior"] as const;
export type Seniority = (typeof SENIORITIES)[number];

export const EDUCATIONS = ["none", "high_school", "associate", "bachelor", "master", "doctorate"] as const;
export type Education = (typeof EDUCATIONS)[number];

/** An occupation read from title and text: a SOC 2018 detailed code, its title, and a score in 0..1. */
export interface OccupationMatch {
  soc: string;
  title: string;
  score: number;
}

/** Years of experience asked for; `max` is null where no upper bound is named. */
export interface ExperienceYears {
  min: number;
  max: number | null;
}

export interface Pay {
  min: number;
  max: number;
  /** ISO 4217. */
  currency: string;
  period: PayPeriod;
}

/** Where the work is: ISO 3166-2 code of a US state (US-CA) or ISO 3166-1 code of a country (GB), or null; and whether remote. */
export interface Place {
  region: string | null;
  remote: boolean;
}

/** What says which texts may be copies of each other: see extractors/fingerprint.ts. */
export interface Fingerprint {
  /** Hash of the words in their order, without case; 0 where there are none. */
  text_key: number;
  /** UTF-16 code units. */
  text_length: number;
  /** One number for each of eight bands of the words; 0 where a band is empty. */
  bands: number[];
}

/** Everything read from one posting's text. Offsets in mentions are into the plain text that was given. */
export interface Extraction {
  mentions: Mention[];
  occupation: OccupationMatch | null;
  seniority: Seniority | null;
  experience_years: ExperienceYears | null;
  /** The lowest degree that the posting accepts; `none` where it says that none is needed. */
  education: Education | null;
  /** True where experience may stand in for a degree or certificate ("or equivalent experience"). */
  equivalent_experience: boolean;
  pay: Pay | null;
  place: Place;
  /** ISO 639-1, `und` where it cannot be told. */
  lang: string;
}
