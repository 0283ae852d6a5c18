import type { Marts } from "../database.js";

/** A certificate whose numbers moved between the edition before and this one. */
export interface Moved {
  name: string;
  status_before: string;
  status: string;
  share_before: number | null;
  share_now: number | null;
  causes: string[];
}

export interface Night {
  source_id: string;
  date: string;
  seen: number;
  new: number;
  closed: number;
  censored: boolean;
  first_fault: string | null;
}

export interface Alarm {
  source: string;
  level: string;
  sentence: string;
}

export interface DigestRows {
  editions: { before: string | null; certificates: number; moved: number }[];
  moved: Moved[];
  statuses: { status: string; certificates: number }[];
  nights: Night[];
  alarms: Alarm[];
}

const EDITIONS_SQL = `
  SELECT CAST(max(vintage_before) AS VARCHAR) AS before, count(*)::DOUBLE AS certificates,
    count(*) FILTER (len(causes) > 0)::DOUBLE AS moved
  FROM marts.revision`;

/** Changes of status first, then the largest changes of the share: at most 20, since a mail is no table. */
const MOVED_SQL = `
  SELECT c.name, r.status_before, r.status, r.share_before, r.share_now, r.causes
  FROM marts.revision r JOIN marts.certificate c USING (certificate_id) WHERE len(r.causes) > 0
  ORDER BY r.status IS NOT DISTINCT FROM r.status_before, abs(coalesce(r.share_change, 0)) DESC, certificate_id LIMIT 20`;

const STATUSES_SQL = `
  SELECT status, count(*)::DOUBLE AS certificates FROM marts.certificate_signal
  WHERE status IS NOT NULL GROUP BY status ORDER BY certificates DESC, status`;

/** The last night of crawling alone: a source that was not asked then is missing, not silent. */
const NIGHTS_SQL = `
  SELECT source_id, CAST(date AS VARCHAR) AS date, coalesce(seen, 0)::DOUBLE AS seen, coalesce("new", 0)::DOUBLE AS "new",
    coalesce(closed, 0)::DOUBLE AS closed, coalesce(censored, false) AS censored, first_fault
  FROM marts.source_health WHERE date = (SELECT max(date) FROM marts.source_health) ORDER BY source_id`;

/** Without a mart of alarms: mentions that left their history, which a change of a source or of the reading does. */
const DRIFT_SQL = `
  SELECT source, 'warn' AS level, format('{} certificates are named more or less often than before', count(*)) AS sentence
  FROM marts.mention_rate WHERE drifted GROUP BY source ORDER BY source`;

const ALARMS_SQL =
  "SELECT source_id AS source, level, alarm || ': ' || sentence AS sentence FROM marts.alarm ORDER BY level, alarm, source_id";

export async function readDigest(marts: Marts): Promise<DigestRows> {
  const alarmed = await marts.rows(
    "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'marts' AND table_name = 'alarm'",
  );
  return {
    editions: await marts.rows(EDITIONS_SQL),
    moved: await marts.rows(MOVED_SQL),
    statuses: await marts.rows(STATUSES_SQL),
    nights: await marts.rows(NIGHTS_SQL),
    alarms: await marts.rows(alarmed.length > 0 ? ALARMS_SQL : DRIFT_SQL),
  };
}
