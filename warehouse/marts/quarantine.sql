-- One row per source, reason and field: how much was refused at the boundary, with one example.
-- key: source, reason, field
-- column refused: rows or answers refused
-- column example: where the first of them stood, and its value
SELECT source, coalesce(reason, '') AS reason, coalesce(field, '') AS field, count(*) AS refused,
  min(concat_ws(': ', "where", value)) AS example
FROM staging.refusal
GROUP BY ALL
ORDER BY source, reason, field
