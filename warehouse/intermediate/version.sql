-- One row per posting: its latest version and its days (dated), numbered. A build looks anew at the postings that new files of the lake
-- name and at those that new days of crawls may close, and numbers the slices anew whose postings say something else (touched.ts).
-- `posting_no` numbers the postings in the order of their dates, undated ones last, from the slice of their month on: intermediate
-- models know a posting by it, and a copy has a higher one than what it copies. `file` and `row`: where the version stands.
-- slices: posting_no, renewed
-- key: posting_no
SELECT *, first_number(slice_of(posted_on)) + row_number() OVER (
    PARTITION BY slice_of(posted_on) ORDER BY posted_on, first_seen, posting_id) AS posting_no
FROM intermediate.renewed
