-- One row per certificate that copied postings ask for: the asks of the copies of the last 12 months, thousandths as in demand; null where
-- copies were not counted.
-- key: certificate_id
WITH copied AS (
  SELECT duplicate_no AS posting_no, count(*) AS copies
  FROM intermediate.posting
  WHERE duplicate_no IS NOT NULL
    AND month > (SELECT max(month) FROM intermediate.scope_month WHERE scope = 'all') - INTERVAL 12 MONTH
  GROUP BY ALL
)
SELECT certificate_id, sum(asking * copies)::BIGINT AS asking
FROM intermediate.demand JOIN copied USING (posting_no) GROUP BY ALL
