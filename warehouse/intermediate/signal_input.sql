-- One row per counted certificate: what its signal is computed from: its series in scope all, in its own kind of demand (with those
-- that it followed: lineage), and what its issuer says. Months count from year 0.
-- `asking_matched`: asks that the month would have at its matched-source share; null where the month cannot be compared with the
-- last one, or none of its sources ever asks. `sources`: sources of the postings counted. `faded_before`: fading or obsolescent in the
-- latest edition published at least 28 days before this one, null without one. A family counts as retired when all of its children are.
-- key: certificate_id
WITH month AS (
  SELECT month, (year(month) * 12 + month(month) - 1)::INTEGER AS number, postings
  FROM intermediate.scope_month WHERE scope = 'all'
), line AS (
  SELECT entity::entity_id AS certificate_id, employers FROM intermediate.employer_count WHERE kind = 'line'
), asked AS (
  SELECT 'certificate'::series_kind AS kind, certificate_id, month, asking FROM intermediate.series ANTI JOIN line USING (certificate_id)
  WHERE scope = 'all'
  UNION ALL
  SELECT 'line'::series_kind, certificate_id, month, asking FROM intermediate.linked_series
), matched AS (
  SELECT kind, entity AS certificate_id, month, share_matched FROM intermediate.matched WHERE scope = 'all'
), monthly AS (
  SELECT certificate_id,
    list({month: number, asking: coalesce(asking, 0) / 1000.0::DOUBLE, asking_matched: share_matched * postings,
      postings: postings} ORDER BY number) AS months
  FROM (
    SELECT certificate_id, (CASE WHEN line.certificate_id IS NULL THEN 'certificate' ELSE 'line' END)::series_kind AS kind
    FROM staging.certificate LEFT JOIN line USING (certificate_id) WHERE counted
  ) CROSS JOIN month LEFT JOIN asked USING (kind, certificate_id, month) LEFT JOIN matched USING (kind, certificate_id, month)
  GROUP BY ALL
), employer AS (
  SELECT entity::entity_id AS certificate_id, employers FROM intermediate.employer_count WHERE kind = 'certificate'
), children AS (
  SELECT family_id AS certificate_id, bool_and(coalesce(issuer_status, '') = 'retired') AS all_retired
  FROM intermediate.family JOIN staging.certificate USING (certificate_id)
  WHERE certificate_id <> family_id GROUP BY ALL
), before AS (
  SELECT max(vintage) AS vintage FROM staging.vintage WHERE vintage <= getvariable('vintage')::DATE - 28
), faded AS (
  SELECT certificate_id, status IN ('fading', 'obsolescent') AS faded FROM staging.vintage JOIN before USING (vintage)
)
SELECT c.certificate_id, c.demand AS kind, c.issuer, c.retired_on, next.name AS successor,
  coalesce(c.issuer_status = 'retired', false) OR coalesce(all_retired, false) AS retired,
  (SELECT max(month) FROM month)::VARCHAR AS as_of,
  coalesce(line.employers, employer.employers, 0) AS employers,
  (SELECT count(DISTINCT source) FROM intermediate.source_month WHERE scope = 'all')::INTEGER AS sources,
  CASE WHEN vintage IS NOT NULL THEN coalesce(faded, false) END AS faded_before,
  coalesce(months, []) AS months
FROM staging.certificate AS c LEFT JOIN monthly USING (certificate_id) LEFT JOIN employer USING (certificate_id)
LEFT JOIN line USING (certificate_id)
LEFT JOIN children USING (certificate_id)
LEFT JOIN staging.certificate AS next ON next.certificate_id = c.successor
LEFT JOIN before ON true LEFT JOIN faded ON faded.certificate_id = c.certificate_id
WHERE c.counted
ORDER BY c.certificate_id
