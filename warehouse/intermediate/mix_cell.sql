-- One row per scope, month and occupation group: the weight of each of its postings when every group counts as much as it does over
-- the whole series of the scope (direct standardisation), in millionths of a billionth: whole numbers, so that sums do not depend on
-- the order of adding. `mix`: the group's part of all postings of the scope; `postings` is 0 where the month has none
-- of the group.
-- key: scope, month, major
WITH mix AS (
  SELECT scope, major, sum(postings) / sum(sum(postings)) OVER (PARTITION BY scope) AS mix
  FROM intermediate.cell_month GROUP BY scope, major
)
SELECT scope, month, major, mix, coalesce(cell.postings, 0) AS postings,
  CASE WHEN cell.postings > 0 THEN round(1e15 * mix / cell.postings)::BIGINT END AS weight
FROM intermediate.scope_month JOIN mix USING (scope) LEFT JOIN intermediate.cell_month AS cell USING (scope, month, major)
