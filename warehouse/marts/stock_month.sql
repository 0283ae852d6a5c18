-- One row per month with postings of either kind: flow (postings by the month of their date) beside stock (postings open on its
-- last day). Stock is known only where a source was crawled in the last week of the month; the two answer different questions: an
-- advert that stays up long weighs more in the stock.
-- key: month
-- column flow: postings dated in the month
-- column stock: postings open on the last day of the month, copies left out; null where no source was crawled then
-- column sources: sources that were crawled in the week up to that day, the only ones that the stock is of
WITH stock AS (
  SELECT o.month, count(*)::INTEGER AS stock
  FROM intermediate.open_posting AS o JOIN intermediate.posting USING (posting_no) WHERE counted GROUP BY ALL
), crawled AS (
  SELECT date_trunc('month', date)::DATE AS month, count(DISTINCT source_id)::INTEGER AS sources
  FROM intermediate.crawl WHERE healthy AND date > last_day(date) - 7 GROUP BY ALL
), flow AS (
  SELECT month, postings FROM intermediate.scope_month WHERE scope = 'all'
)
SELECT month, coalesce(postings, 0) AS flow, CASE WHEN sources > 0 THEN coalesce(stock, 0) END AS stock, coalesce(sources, 0) AS sources
FROM flow FULL JOIN crawled USING (month) LEFT JOIN stock USING (month)
ORDER BY month
