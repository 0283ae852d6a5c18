import { isoOf } from "../calendar.js";
import type { DemoPosting } from "../posting.js";
import { hashOf } from "../random.js";
import type { Composed } from "../text/compose.js";

/** An open posting with its text, ready for a platform's dialect. */
export interface Advert {
  posting: DemoPosting;
  composed: Composed;
  /** Day of its last change, as days since 1970-01-01; absent: as it was posted. */
  changed?: number;
  /** The last part of its address, where that is not its requisition. */
  slug?: string;
  /** Whether its page stands where robots.txt lets nobody in, though links lead there. */
  barred?: boolean;
}

/** One board on a day, as a dialect answers for it. */
export interface Shelf {
  /** What the platform calls the tenant. */
  board: string;
  /** What the board calls itself. */
  name: string;
  adverts: readonly Advert[];
  /** The path that all of the board's addresses begin with: empty, or `/tenant` where tenants have hosts of their own. */
  home: string;
  /** Day of its last change, and today, as days since 1970-01-01. */
  changed: number;
  today: number;
}

/** "Fort Worth, TX". */
export const locationOf = ({ city, place }: DemoPosting): string => `${city}, ${place.region.slice(3)}`;

const timeOn = (day: number, { key }: DemoPosting): string =>
  new Date((day * 86_400 + 36_000 + (hashOf(...key, "time") % 36_000)) * 1000).toISOString();

/** Time of posting on its day, the same on every night: ISO 8601 in UTC. */
export const postedAt = (posting: DemoPosting): string => timeOn(posting.posted, posting);

/** Time of the last change. */
export const updatedAt = ({ posting, changed = posting.posted }: Advert): string => timeOn(changed, posting);

/** Where the advert would be; without a port, so that it is the same on every night. */
export const urlOf = ({ posting, slug = posting.requisition }: Advert): string =>
  `http://127.0.0.1/${posting.board.board}/jobs/${slug}`;

const DEPARTMENTS: Record<DemoPosting["occupation"]["group"], string> = {
  health: "Clinical Services",
  trades: "Field Services",
  food: "Food Service",
  transport: "Transportation",
  finance: "Finance",
  education: "Instruction",
  design: "Marketing and Design",
  it: "Technology",
  office: "Administration",
  retail: "Store Operations",
  safety: "Facilities and Safety",
  people: "Community Programs",
};

export const departmentOf = ({ occupation }: DemoPosting): string => DEPARTMENTS[occupation.group];
export const closesOn = ({ closed }: DemoPosting): string => isoOf(closed);

/** The terms of employment in the words that most platforms show to people. */
const EMPLOYMENTS: Partial<Record<DemoPosting["employment"], string>> = {
  full_time: "Full-time",
  part_time: "Part-time",
  contract: "Contract",
  temporary: "Temporary",
  internship: "Internship",
};

export const employmentOf = ({ employment }: DemoPosting): string => EMPLOYMENTS[employment] ?? "Full-time";
