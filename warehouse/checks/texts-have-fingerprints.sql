-- Each extraction holds the fingerprint of its text, since copies are found by it. Where one lacks it, `certworth extract` reads it anew.
SELECT posting_id, content_hash FROM staging.extraction WHERE text_key IS NULL OR text_length IS NULL OR bands IS NULL
