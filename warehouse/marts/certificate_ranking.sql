-- One row per counted certificate with asks in the last 36 months: its rank by demand, beside the ranks by each kind of demand, by
-- the weights of "Credentials Matter" (ExcelinEd with Burning Glass: software certificates by 2, licences by 3, certifications by 1), and
-- by other rules than ours. Ranks are not worth: read them with their evidence. Equal counts share a rank.
-- key: certificate_id
-- column kind: the kind of demand that rank rests on
-- column asking: asks over the last 12 months in that kind; postings are the denominator of all
-- column share: asking / postings
-- column rank: by asking, 1 is most; null without an ask in the last 12 months
-- column explicit: postings that name it, last 12 months
-- column skill: skill-implied demand, last 12 months
-- column licence: licence-implied demand, last 12 months
-- column rank_explicit: by explicit
-- column rank_skill: by skill
-- column rank_licence: by licence
-- column weight: 2 for software, 3 for a license, else 1
-- column rank_weighted: by asking times weight
-- column rank_copies: by asking where copies are counted too (no dedup), each as asking for what its original asks; null in a warehouse built from aggregates, which do not say what copies ask for
-- column rank_entry: by asking among entry-level postings
-- column rank_24: by asking over the last 24 months
-- column rank_36: by asking over the last 36 months
-- column furthest: the greatest distance of rank from rank_copies, rank_entry, rank_24 and rank_36; a missing one is no distance
-- column flips: true where furthest is more than 3 places and more than a tenth of those ranked: its place depends on the rule
WITH last AS (
  SELECT max(month) AS month FROM intermediate.scope_month WHERE scope = 'all'
), size AS (
  SELECT sum(postings)::INTEGER AS postings
  FROM intermediate.scope_month AS s JOIN last ON s.month > last.month - INTERVAL 12 MONTH WHERE scope = 'all'
), counted AS (
  SELECT certificate_id, sum(asking) FILTER (age < 12 AND scope = 'all') AS a12, sum(asking) FILTER (age < 24 AND scope = 'all') AS a24,
    sum(asking) FILTER (scope = 'all') AS a36, sum(asking) FILTER (age < 12 AND scope = 'entry') AS entry,
    sum(asks) FILTER (age < 12 AND scope = 'all') AS explicit, sum(skill) FILTER (age < 12 AND scope = 'all') AS skill,
    sum(licence) FILTER (age < 12 AND scope = 'all') AS licence
  FROM (
    SELECT s.*, date_diff('month', s.month, last.month) AS age
    FROM intermediate.series AS s CROSS JOIN last WHERE scope IN ('all', 'entry')
  ) JOIN staging.certificate USING (certificate_id)
  WHERE age < 36 AND counted
  GROUP BY ALL HAVING a36 > 0
), weighed AS (
  SELECT counted.*, demand AS kind, CASE type WHEN 'software' THEN 2 WHEN 'license' THEN 3 ELSE 1 END AS weight,
    coalesce(a12, 0) + CASE WHEN extra.certificate_id IS NULL THEN 0 ELSE extra.asking END AS copies
  FROM counted JOIN staging.certificate USING (certificate_id) LEFT JOIN intermediate.copied_ask AS extra USING (certificate_id)
), ranked AS (
  SELECT *, place_of(a12) AS rank, place_of(explicit) AS rank_explicit, place_of(skill) AS rank_skill, place_of(licence) AS rank_licence,
    place_of(a12 * weight) AS rank_weighted, place_of(copies) AS rank_copies, place_of(entry) AS rank_entry,
    place_of(a24) AS rank_24, place_of(a36) AS rank_36
  FROM weighed
), moved AS (
  SELECT *, coalesce(greatest(abs(rank - rank_copies), abs(rank - rank_entry), abs(rank - rank_24), abs(rank - rank_36)), 0)::INTEGER
    AS furthest
  FROM ranked
)
SELECT certificate_id, kind, coalesce(a12, 0) / 1000.0::DOUBLE AS asking, postings, share_of(coalesce(a12, 0), 1000.0 * postings) AS share,
  rank, coalesce(explicit, 0)::INTEGER AS explicit, coalesce(skill, 0) / 1000.0::DOUBLE AS skill, coalesce(licence, 0)::INTEGER AS licence,
  rank_explicit, rank_skill, rank_licence, weight, rank_weighted, rank_copies, rank_entry, rank_24, rank_36, furthest,
  furthest > 3 AND furthest > 0.1 * count(rank) OVER () AS flips
FROM moved CROSS JOIN size
ORDER BY certificate_id
