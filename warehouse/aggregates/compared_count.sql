-- One row per source and occupation group ('' where unknown): counted postings in the first and in the second of the two periods compared.
-- key: source, major
SELECT source, major, count(*) FILTER (WHERE period = 0) AS n0, count(*) FILTER (WHERE period = 1) AS n1
FROM aggregates.compared_posting
GROUP BY source, major
