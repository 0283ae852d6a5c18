-- No posting is dated later than the day after it was last seen, and a date has a quality.
SELECT posting_id, posted_on, posted_on_quality, last_seen FROM made.posting
WHERE posted_on > last_seen + 1 OR (posted_on IS NULL) <> (posted_on_quality = 'unknown') OR first_seen > last_seen
