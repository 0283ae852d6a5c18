export interface Health {
  source_id: string;
  first: string;
  date: string;
  days: number;
  censored: number;
  failed: number;
  seen: number | null;
  expected_min: number | null;
  expected_max: number | null;
  error: string | null;
}

/** One row a source: its last day, and on how many days it failed or was censored. */
export const HEALTH_SQL = `
  SELECT source_id, CAST(min(date) AS VARCHAR) AS first, CAST(max(date) AS VARCHAR) AS date, count(DISTINCT date)::DOUBLE AS days,
    count(*) FILTER (censored)::DOUBLE AS censored, coalesce(sum(failed), 0)::DOUBLE AS failed, arg_max(seen, date)::DOUBLE AS seen,
    arg_max(expected_min, date)::DOUBLE AS expected_min, arg_max(expected_max, date)::DOUBLE AS expected_max,
    string_agg(DISTINCT error, '; ' ORDER BY error) AS error
  FROM marts.source_health GROUP BY source_id ORDER BY censored DESC, source_id`;

export interface Tally {
  name: string | null;
  size: number;
}

export const tally = (column: string): string =>
  `SELECT CAST(${column} AS VARCHAR) AS name, count(*)::DOUBLE AS size FROM marts.posting GROUP BY 1 ORDER BY size DESC, name LIMIT 12`;

export interface Refused {
  source: string;
  reason: string;
  field: string | null;
  refused: number;
  example: string | null;
}

export interface Run {
  run_id: string;
  verb: string;
  started: string;
  seconds: number | null;
  counts: string | null;
  extractor: string | null;
  taxonomy: string | null;
  exit_code: number | null;
}

export const RUNS_SQL = `
  SELECT run_id, verb, left(CAST(started_at AS VARCHAR), 16) AS started, counts, extractor, taxonomy, exit_code::DOUBLE AS exit_code,
    epoch(CAST(finished_at AS TIMESTAMP)) - epoch(CAST(started_at AS TIMESTAMP)) AS seconds
  FROM marts.run ORDER BY started_at DESC, run_id LIMIT 15`;

export const REFUSED_SQL =
  "SELECT source, reason, field, refused::DOUBLE AS refused, left(example, 120) AS example FROM marts.quarantine ORDER BY refused DESC, source, reason, field LIMIT 60";
