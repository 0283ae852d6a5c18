-- One row per name that counted postings use like a certificate's and that the taxonomy lacks: for a reader to judge, never
-- counted as demand. Mined by `certworth taxonomy candidates`, not by the nightly run; empty where that never ran for the
-- extractor version of this warehouse.
-- key: name
-- column name: what its spellings share: lower case, singular, without the abbreviation behind it
-- column forms: the rules that found it; extractors/candidates.ts says what each means
-- column postings: postings that name it, copies left out
-- column employers: different employers among them
-- column sources: the sources of these postings
-- column first_seen: the first day on which one of these postings was dated or seen
-- column last_seen: the last such day
-- column examples: at most three stretches of postings, up to 160 characters each
SELECT
  c.name, list_sort(list(DISTINCT c.form)) AS forms, count(DISTINCT p.posting_no)::INTEGER AS postings,
  count(DISTINCT p.employer_no)::INTEGER AS employers, list_sort(list(DISTINCT p.source)) AS sources,
  min(coalesce(p.posted_on, p.first_seen)) AS first_seen, max(coalesce(p.posted_on, p.last_seen)) AS last_seen,
  list_sort(list(DISTINCT left(c.evidence, 160)))[:3] AS examples
FROM staging.candidate AS c
JOIN (SELECT posting_no, posting_id, content_hash FROM intermediate.posting_version) USING (posting_id, content_hash)
JOIN intermediate.posting AS p USING (posting_no)
WHERE p.counted
GROUP BY c.name
ORDER BY c.name
