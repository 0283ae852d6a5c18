import { dayName, percent, points } from "./numbers.js";

/** What an edition says of a certificate beside the edition before it. */
export interface Revision {
  certificate_id: string;
  name: string;
  demand: string;
  /** Days of the two editions. */
  vintage_before: string;
  vintage: string;
  status_before: string;
  status: string;
  share_before: number | null;
  share_now: number | null;
  share_change: number | null;
  slope_before: number | null;
  slope_pct_year: number | null;
  evidence_added: number | null;
  causes: string[];
}

/** Key: certificate_id. Empty in a first edition. */
export const REVISION_SQL = `
  SELECT r.certificate_id, c.name, c.demand, CAST(r.vintage_before AS VARCHAR) AS vintage_before, CAST(r.vintage AS VARCHAR) AS vintage,
    r.status_before, r.status, r.share_before, r.share_now, r.share_change, r.slope_before, r.slope_pct_year,
    r.evidence_added::DOUBLE AS evidence_added, r.causes
  FROM marts.revision r JOIN marts.certificate c USING (certificate_id) ORDER BY c.name, r.certificate_id`;

/** Each edition that was kept, the latest first. */
export const EDITIONS_SQL = `
  SELECT CAST(vintage AS VARCHAR) AS day, CAST(max(as_of) AS VARCHAR) AS as_of, max(postings)::DOUBLE AS postings, count(*)::DOUBLE AS certificates
  FROM marts.vintage GROUP BY vintage ORDER BY vintage DESC`;

export interface Edition {
  day: string;
  as_of: string | null;
  postings: number;
  certificates: number;
}

export const statusChanged = ({ status, status_before }: Revision): boolean => status !== status_before;

/** Whether anything that was published moved. */
export const moved = ({ causes }: Revision): boolean => causes.length > 0;

/** Largest move of the share first; ties by id. */
export const byMove = (a: Revision, b: Revision): number =>
  Math.abs(b.share_change ?? 0) - Math.abs(a.share_change ?? 0) || (a.certificate_id < b.certificate_id ? -1 : 1);

/** "its share went from 0.42% to 0.45% of postings (+0.03 points)". */
export function shareMove({ share_before, share_now, share_change }: Revision): string {
  if (share_before === null || share_now === null || share_change === null) return "its share could not be compared";
  if (share_change === 0) return `its share stayed at ${percent(share_now)} of postings`;
  return `its share went from ${percent(share_before)} to ${percent(share_now)} of postings (${points(share_change)} points)`;
}

export const causesText = ({ causes }: Revision): string => causes.join(", ");

export const sinceText = ({ vintage_before, vintage }: Revision): string =>
  `the edition of ${dayName(vintage)} beside that of ${dayName(vintage_before)}`;
