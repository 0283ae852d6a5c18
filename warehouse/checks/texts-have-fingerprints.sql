-- Each extraction holds the fingerprint of its text, since copies are found by it. Where one lacks it, `certworth extract` reads it anew.
SELECT posting_id FROM made.reading JOIN intermediate.posting_version USING (posting_no)
WHERE text_key IS NULL OR text_length IS NULL OR bands IS NULL
