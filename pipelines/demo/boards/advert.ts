import { isoOf } from "../calendar.js";
import type { DemoPosting } from "../posting.js";
import { hashOf } from "../random.js";
import type { Composed } from "../text/compose.js";

/** An open posting with its text, ready for a platform's dialect. */
export interface Advert {
  posting: DemoPosting;
  composed: Composed;
}

/** "Fort Worth, TX". */
export const locationOf = ({ city, place }: DemoPosting): string => `${city}, ${place.region.slice(3)}`;

/** Time of posting on its day, the same on every night: ISO 8601 in UTC. */
export function postedAt({ posted, key }: DemoPosting): string {
  const seconds = hashOf(...key, "time") % 36_000;
  return new Date((posted * 86_400 + 36_000 + seconds) * 1000).toISOString();
}

/** Where the advert would be; without a port, so that it is the same on every night. */
export const urlOf = ({ board, requisition }: DemoPosting): string =>
  `http://127.0.0.1/${board.board}/jobs/${requisition}`;

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
