/** Days before the last crawl that faults and hosts are told of. */
export const RECENT_DAYS = 30;

export interface Health {
  source_id: string;
  date: string;
  days: number;
  censored_days: number;
  /** On its last day. */
  censored: boolean;
  /** The last day on which it was not censored. */
  last_healthy: string | null;
  failed: number;
  seen: number | null;
  expected_min: number | null;
  expected_max: number | null;
  requests: number | null;
  not_modified: number;
  not_asked: number;
  error: string | null;
  /** Of the recent days, the commonest first. */
  faults: { name: string; count: number }[] | null;
  drift_date: string | null;
  drift_unknown: string[] | null;
  drift_vanished: string[] | null;
}

const RECENT = `date > (SELECT max(date) FROM marts.source_health) - ${RECENT_DAYS}`;

/** One row a source: its last day, on how many days it was censored, and what went wrong or changed lately. */
export const HEALTH_SQL = `
  WITH named AS (
    SELECT source_id, fault->>'name' AS name, sum((fault->>'count')::BIGINT)::DOUBLE AS count
    FROM (SELECT source_id, unnest(from_json(faults, '["JSON"]')) AS fault FROM marts.source_health WHERE ${RECENT})
    GROUP BY ALL
  ), fault AS (
    SELECT source_id, list({name: name, count: count} ORDER BY count DESC, name) AS faults FROM named GROUP BY source_id
  ), drifted AS (
    SELECT source_id, CAST(date AS VARCHAR) AS drift_date, drift_unknown, drift_vanished FROM marts.source_health
    WHERE len(drift_unknown) + len(drift_vanished) > 0 AND ${RECENT}
    QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY date DESC) = 1
  ), source AS (
    SELECT source_id, CAST(max(date) AS VARCHAR) AS date, count(DISTINCT date)::DOUBLE AS days,
      count(*) FILTER (censored)::DOUBLE AS censored_days, arg_max(censored, date) AS censored,
      CAST(max(date) FILTER (NOT censored) AS VARCHAR) AS last_healthy, coalesce(sum(failed), 0)::DOUBLE AS failed,
      arg_max(seen, date)::DOUBLE AS seen, arg_max(expected_min, date)::DOUBLE AS expected_min,
      arg_max(expected_max, date)::DOUBLE AS expected_max, arg_max(requests, date)::DOUBLE AS requests,
      arg_max(not_modified, date)::DOUBLE AS not_modified, arg_max(not_asked, date)::DOUBLE AS not_asked,
      string_agg(DISTINCT error, '; ' ORDER BY error) FILTER (${RECENT} AND faults = '[]') AS error
    FROM marts.source_health GROUP BY source_id
  )
  SELECT * FROM source LEFT JOIN fault USING (source_id) LEFT JOIN drifted USING (source_id)
  ORDER BY censored DESC, censored_days DESC, drift_date IS NULL, source_id`;

export interface Host {
  host: string;
  days: number;
  sources: number;
  requests: number;
  disallowed: number;
  bytes: number;
  /** How often it made us slow down. */
  slowed: number;
  suspended_days: number;
  /** Answers 2xx, 3xx, 4xx and 5xx. */
  answered: number;
  elsewhere: number;
  refused: number;
  failed: number;
}

/** One row a host: what was asked of it in the recent days, those with trouble first. */
export const HOSTS_SQL = `
  WITH recent AS (
    SELECT * FROM marts.host_health WHERE date > (SELECT max(date) FROM marts.host_health) - ${RECENT_DAYS}
  ), answer AS (
    SELECT host, left(status, 1) AS kind, sum((http->>status)::BIGINT)::DOUBLE AS answers
    FROM (SELECT host, http, unnest(json_keys(http)) AS status FROM recent) GROUP BY ALL
  ), kinds AS (
    SELECT host, sum(answers) FILTER (kind = '2') AS answered, sum(answers) FILTER (kind = '3') AS elsewhere,
      sum(answers) FILTER (kind = '4') AS refused, sum(answers) FILTER (kind = '5') AS failed
    FROM answer GROUP BY host
  )
  SELECT host, count(DISTINCT date)::DOUBLE AS days, max(sources)::DOUBLE AS sources, sum(requests)::DOUBLE AS requests,
    sum(disallowed)::DOUBLE AS disallowed, sum(bytes)::DOUBLE AS bytes, sum(slowed)::DOUBLE AS slowed,
    count(*) FILTER (suspended)::DOUBLE AS suspended_days, coalesce(any_value(answered), 0) AS answered,
    coalesce(any_value(elsewhere), 0) AS elsewhere, coalesce(any_value(refused), 0) AS refused,
    coalesce(any_value(kinds.failed), 0) AS failed
  FROM recent LEFT JOIN kinds USING (host) GROUP BY host
  ORDER BY suspended_days DESC, slowed DESC, failed DESC, requests DESC, host`;

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
