import type { Seniority } from "../../models/extraction.js";
import type { Requirement } from "../../models/mention.js";
import type { EmploymentType } from "../../models/posting.js";
import type { Board, DemoOccupation, Places } from "./shapes.js";

/** That a posting names a certificate, and how; `group` ties alternatives of each other. */
export interface Ask {
  certificate: string;
  requirement: Requirement;
  group?: number;
}

/** Pay as the posting states it; null where it says nothing. */
export interface StatedPay {
  min: number;
  max: number;
  period: "hour" | "year";
}

/** A simulated posting: all that is decided before a word of it is written. */
export interface DemoPosting {
  /** Where its random numbers come from; copies and re-posts share the original's. */
  key: readonly [seed: number, day: number, index: number];
  /** The platform's id of the advert, unique within the board. */
  requisition: string;
  /** A number of its own, for platforms that number adverts. */
  serial: number;
  board: Board;
  /** The board it was written for; the same in its copies. */
  home: Board;
  employer: string;
  title: string;
  occupation: DemoOccupation;
  level: Seniority;
  place: Places;
  city: string;
  remote: boolean;
  employment: EmploymentType;
  pay: StatedPay | null;
  /** Days since 1970-01-01; `closed` may lie after today. */
  posted: number;
  closed: number;
  /** What it was copied or posted again from. */
  copyOf?: { source: string; requisition: string };
  /** What its text asks for: the truth that extraction has to find. */
  asks: readonly Ask[];
  /** Ids of the skill sets (vocabulary/skills.yaml) that it asks for. */
  skills: readonly string[];
}

/** Whether an ask counts as demand for holding the certificate today. */
export const isDemand = ({ requirement }: Ask): boolean =>
  requirement === "required" || requirement === "preferred" || requirement === "mentioned";
