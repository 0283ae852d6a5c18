-- One row per region with a scope of its own: the forty with most postings that count and have a month.
-- key: region
SELECT region, 'region:' || region AS scope FROM intermediate.posting
WHERE counted AND month IS NOT NULL AND region IS NOT NULL
GROUP BY region ORDER BY count(*) DESC, region LIMIT 40
