-- One row per posting: what copies of it under the same title share: the requisition at the same employer, and the words (of the same
-- employer, or of anybody where there are at least 300 characters of them); its day, and the last day on which it was there.
-- slices: posting_no
-- key: posting_no
SELECT posting_no, posted_on, greatest(posted_on, closed_on, last_sighting) AS ends_on,
  CASE WHEN employer_no IS NOT NULL THEN hash('r', title_no, employer_no, requisition) END AS by_requisition,
  CASE WHEN text_key <> 0
    THEN hash('t', title_no, text_key, CASE WHEN text_length < 300 THEN coalesce(employer_no, 0) END) END AS by_text
FROM intermediate.posting_version JOIN intermediate.reading USING (posting_no)
