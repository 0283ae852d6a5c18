-- One row per posting with what was read from it, in numbers and short names; posting_version has its words. The source's own facts come
-- before those read from the text.
-- `counted`: it is no copy and its text was read. `month`: of its date, null where it has none or its source was censored
-- in that month; only postings with a month enter series.
-- slices: posting_no
-- key: posting_no
SELECT
  v.posting_no, v.source::source_name AS source, v.employer_no, v.posted_on, v.posted_on_quality, v.first_seen, v.last_seen,
  v.closed_on, v.reopened, d.duplicate_no, d.duplicate_of, f.soc, left(f.soc, 2) AS major, coalesce(v.region, f.region) AS region,
  CASE WHEN v.employment_type = 'internship' THEN 'internship' ELSE f.seniority END AS seniority,
  f.experience_min, f.education, coalesce(f.equivalent_experience, false) AS equivalent_experience,
  CASE WHEN v.pay_min IS NOT NULL AND v.pay_period IS NOT NULL
    THEN (v.pay_min + coalesce(v.pay_max, v.pay_min)) / 2 * periods_a_year(v.pay_period)
    ELSE (f.pay_min + coalesce(f.pay_max, f.pay_min)) / 2 * periods_a_year(f.pay_period) END AS pay_year,
  CASE WHEN v.pay_min IS NOT NULL AND v.pay_period IS NOT NULL THEN v.pay_currency ELSE f.pay_currency END AS pay_currency,
  coalesce(v.lang, f.lang) AS lang,
  f.posting_no IS NOT NULL AND d.duplicate_no IS NULL AS counted,
  CASE WHEN c.source IS NULL THEN date_trunc('month', v.posted_on)::DATE END AS month
FROM intermediate.posting_version AS v
LEFT JOIN intermediate.reading AS f USING (posting_no)
LEFT JOIN intermediate.duplicate AS d USING (posting_no)
LEFT JOIN intermediate.censored_month AS c ON c.source = v.source AND c.month = date_trunc('month', v.posted_on)
