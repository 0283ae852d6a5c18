-- A line of certificates is asked for at least as often as its last one or those before it, and at most as often as both together.
SELECT certificate_id, month, asking, own, before FROM marts.succession_month
WHERE asking < greatest(own, before) - 1e-9 OR asking > own + before + 1e-9 OR asking > postings
