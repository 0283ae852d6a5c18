-- One row per certificate that took another's place and month of scope all: postings that ask for it or for one that it followed, each
-- once. What its signal is computed from.
-- key: certificate_id, month
-- column postings: denominator: postings of the month
-- column asking: postings that ask for any of the line, each in its own kind of demand
-- column own: of these, for the certificate itself
-- column before: of these, for one that it followed; a posting may ask for both
-- column share: asking / postings
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column share_matched: share when every source keeps its own rate, as in certificate_month
WITH grid AS (
  SELECT certificate_id, month, postings
  FROM (SELECT DISTINCT certificate_id FROM intermediate.linked_series) CROSS JOIN intermediate.scope_month WHERE scope = 'all'
)
SELECT certificate_id, grid.month, postings, coalesce(s.asking, 0) / 1000.0::DOUBLE AS asking, coalesce(own, 0) / 1000.0::DOUBLE AS own,
  coalesce(before, 0) / 1000.0::DOUBLE AS before, share_of(coalesce(s.asking, 0), 1000.0 * postings) AS share,
  wilson_low(coalesce(s.asking, 0) / 1000.0::DOUBLE, postings) AS share_low,
  wilson_high(coalesce(s.asking, 0) / 1000.0::DOUBLE, postings) AS share_high, share_matched
FROM grid LEFT JOIN intermediate.linked_series AS s USING (certificate_id, month)
LEFT JOIN (FROM intermediate.matched WHERE kind = 'line') AS m ON entity = certificate_id AND m.month = grid.month
ORDER BY certificate_id, grid.month
