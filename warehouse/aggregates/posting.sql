-- One row per posting: its latest version, its day, what was read of it, and whether it counts, as in intermediate.posting.
-- Date: the earliest that any version states and that is not later than the day after we first met the posting. Postings that only a
-- crawl could date have none here: sightings are not read.
-- A copy is the same requisition at the same employer or the same words, under the same title and at most 60 days after the last one, as in
-- intermediate.duplicate; texts that are only nearly the same are not compared.
-- Facts that a source states come before those read from the text. `month`: null where it has no date or its source was censored.
-- key: posting_id
WITH version AS (
  SELECT posting_id, content_hash, source, region, employment_type, title, employer, requisition, closed_on,
    min(CASE WHEN posted_on_quality = 'stated' AND posted_on <= seen_on + 1 THEN posted_on END) OVER (PARTITION BY posting_id) AS stated_on,
    min(seen_on) OVER (PARTITION BY posting_id) AS first_seen,
    row_number() OVER (
      PARTITION BY posting_id ORDER BY seen_on DESC, posted_on DESC NULLS LAST, batch DESC, content_hash) AS place
  FROM staging.posting
), latest AS (
  SELECT posting_id, content_hash, source, region, employment_type, requisition, first_seen,
    title_key(title) AS title, employer_key(employer) AS employer,
    CASE WHEN stated_on <= first_seen + 1 THEN stated_on END AS posted_on,
    CASE WHEN (closed_on >= stated_on) IS NOT FALSE THEN closed_on END AS closed_on
  FROM version WHERE place = 1
), fact AS (
  SELECT posting_id, content_hash, min(soc) AS soc, min(region) AS read_region, min(seniority) AS seniority,
    min(experience_min) AS experience_min, min(education) AS education, bool_or(equivalent_experience) AS equivalent_experience,
    min(text_key) AS text_key, min(text_length) AS text_length, true AS is_read
  FROM staging.extraction GROUP BY posting_id, content_hash
), candidate AS (
  SELECT *, greatest(posted_on, closed_on) AS ends_on,
    CASE WHEN text_length < 300 THEN coalesce(employer, '') END AS employer_of_few_words
  FROM latest LEFT JOIN fact USING (posting_id, content_hash)
), followed AS (
  SELECT *, count(*) OVER requisition_before AS requisitions, max(ends_on) OVER requisition_before AS requisition_ended,
    count(*) OVER words_before AS texts, max(ends_on) OVER words_before AS text_ended
  FROM candidate
  WINDOW requisition_before AS (PARTITION BY is_read, title, employer, requisition
      ORDER BY posted_on ASC NULLS LAST, first_seen, posting_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
    words_before AS (PARTITION BY is_read, title, text_key, employer_of_few_words
      ORDER BY posted_on ASC NULLS LAST, first_seen, posting_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), judged AS (
  SELECT *, coalesce(is_read, false) AND (
      employer IS NOT NULL AND requisitions > 0 AND (posted_on > requisition_ended + 60) IS NOT TRUE
      OR coalesce(text_key, 0) <> 0 AND texts > 0 AND (posted_on > text_ended + 60) IS NOT TRUE) AS copy
  FROM followed
)
SELECT posting_id, content_hash, judged.source, employer, posted_on, copy, coalesce(is_read, false) AND NOT copy AS counted,
  CASE WHEN censored.source IS NULL THEN date_trunc('month', posted_on)::DATE END AS month, soc,
  coalesce(region, read_region) AS region,
  CASE WHEN employment_type = 'internship' THEN 'internship' ELSE seniority END AS seniority,
  experience_min, education, coalesce(equivalent_experience, false) AS equivalent_experience
FROM judged LEFT JOIN given.censored_month AS censored
  ON censored.source = judged.source AND censored.month = date_trunc('month', posted_on)::DATE
