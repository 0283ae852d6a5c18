-- One row per edition and counted certificate: what was published of it on that day, the present edition included. Editions are kept
-- in the folder vintages/ of the data directory, one file a day; a warehouse built without a day of publication adds none.
-- key: vintage, certificate_id
-- column vintage: day on which the edition was published; of several on one day the last
-- column as_of: last month of its series
-- column kind: the kind of demand that it rests on
-- column status: status as published
-- column share_now: share over the last 12 months as published
-- column slope_pct_year: slope as published, in % a year
-- column slope_low: lower bound of its 95 % interval
-- column slope_high: upper bound of its 95 % interval
-- column evidence: postings that ask for it
-- column postings: postings of the whole edition that count
-- column copies: postings of the whole edition that are copies
-- column extractor: version of the extractor that read them
-- column taxonomy: version of the taxonomy
SELECT vintage, as_of, certificate_id, kind, status, share_now, slope_pct_year, slope_low, slope_high, evidence, postings, copies,
  extractor, taxonomy
FROM staging.vintage WHERE vintage < coalesce(getvariable('vintage')::DATE, DATE '9999-12-31')
UNION ALL
SELECT getvariable('vintage')::DATE, as_of, certificate_id, kind, status, share_now, slope_pct_year, slope_low, slope_high, evidence,
  postings, copies, getvariable('extractor'), getvariable('taxonomy_version')
FROM marts.certificate_signal CROSS JOIN (SELECT counted AS postings, copies FROM intermediate.posting_count)
WHERE getvariable('vintage') IS NOT NULL
ORDER BY vintage, certificate_id
