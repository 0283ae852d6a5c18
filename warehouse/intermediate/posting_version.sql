-- One row per posting: what its latest version states, without the text, and its days (version). `title_no` and `employer_no` are
-- hashes of title_key and employer_key: of ten million names two would share one once in a million times.
-- slices: posting_no
-- key: posting_no
WITH stated AS (
  SELECT v.* EXCLUDE (batch, file, "row", first_source, last_source), p.source, p.requisition, p.title, p.employer, p.region, p.employment_type, p.pay_min,
    p.pay_max, p.pay_currency, p.pay_period, p.url, p.lang
  FROM intermediate.version AS v JOIN staging.posting AS p
    USING (file, "row")
), named AS (
  SELECT employer, hash(employer_key(employer)) AS employer_no
  FROM (SELECT DISTINCT employer FROM stated) WHERE employer_key(employer) IS NOT NULL
)
SELECT stated.*, hash(title_key(title)) AS title_no, employer_no FROM stated LEFT JOIN named USING (employer)
