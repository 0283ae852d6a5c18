-- No posting is dated later than the day after it was first met, or closes before its date.
SELECT posting_id, posted_on, posted_on_quality, first_seen, closed_on FROM made.posting
WHERE posted_on > first_seen + 1 OR closed_on < posted_on
