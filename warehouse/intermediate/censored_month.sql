-- One row per source and month in which the source was crawled but never once healthily: its postings of that month leave
-- numerator and denominator, since what is missing from it is not known.
-- key: source, month
SELECT source_id AS source, date_trunc('month', date)::DATE AS month
FROM intermediate.crawl
GROUP BY ALL
HAVING NOT bool_or(healthy)
